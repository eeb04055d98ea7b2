import type { common as ru } from '../ru/common.ts'

export const common: typeof ru = {
  app: 'Triple A',
  retry: 'Try again',
  close: 'Close',
  yes: 'Yes',
  no: 'No',
  empty: 'empty',
  channels: {
    call: 'Call',
    email: 'E-mail',
    messenger: 'Messenger',
    meeting: 'Meeting',
  },
}
