import type { basics as ru } from '../ru/basics.ts'

export const basics: typeof ru = {
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
