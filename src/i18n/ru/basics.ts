import type { Channel } from '../../domain/question-set.ts'

export const basics = {
  retry: 'Повторить',
  close: 'Закрыть',
  yes: 'Да',
  no: 'Нет',
  empty: 'пусто',
  channels: {
    call: 'Звонок',
    email: 'Письмо',
    messenger: 'Мессенджер',
    meeting: 'Встреча',
  } satisfies Record<Channel, string>,
}
