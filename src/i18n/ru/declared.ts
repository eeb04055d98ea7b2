import type { Asked, DeclaredState, Heard } from '../../domain/declared.ts'

/** What the client answered before anybody asked. */
export const declared = {
  form: 'Клиент ответил в форме',
  fields: 'Ответы, которые уже были в лиде',
  through: (done: number, all: number) => `Уточнено ${done} из ${all}`,
  basis: 'Код пока построен на словах клиента.',
  states: {
    gone: raw => `Ответа «${raw}» в этой версии анкеты нет, в код он не входит.`,
    strange: raw => `В поле стоит «${raw}»: такого ответа нет, в код он не входит.`,
    unasked: () => 'По остальным ответам этот вопрос не задают, в код он не входит.',
  } as Readonly<Record<Exclude<DeclaredState, 'fits'>, (raw: string) => string>>,
  heard: { same: () => 'подтверждено', other: now => `в разговоре: ${now}`, open: () => 'не уточнено' } as Readonly<Record<Heard, (now: string) => string>>,
  unknown: 'не знает',
  before: {
    offer: (title: string, when: string) => `Этого клиента уже спрашивали${when && ` ${when}`} в лиде «${title}».`,
    take: 'Взять эти ответы',
    taken: (title: string) => `Ответы взяты из лида «${title}». Проверьте каждый: Enter, если всё так же, цифра, если изменилось.`,
    unread: 'Портал не ответил, спрашивали ли этого клиента раньше. Спросите как обычно.',
  },
  noQuestion: (id: string) => `Поле вопроса «${id}» заполнено, но в анкете его нет.`,
  missing: (names: string) => `Без ответа: ${names}.`,
  asked: {
    older: (reference, mine) => `Форма спрашивала по ${reference}, действует версия ${mine}. Скажите администратору, что на сайте старая анкета.`,
    newer: reference => `Форма назвала ${reference}, а такой версии ещё не было. Проверьте каждый ответ.`,
    other: reference => `Форма спрашивала по другой анкете (${reference}).`,
  } as Readonly<Record<Exclude<Asked, 'current' | 'unsaid'>, (reference: string, mine: number) => string>>,
}
