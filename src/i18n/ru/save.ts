import { ruCount } from '../plural.ts'
import type { OfferAnswer } from '../../domain/answers.ts'
import type { TitleDoubt } from '../../domain/title.ts'
import type { NoticeReason, ResultValues } from '../../domain/write-plan.ts'
import type { PortalErrorKind } from '../../portal/portal.ts'
import type { Step, StepOutcome } from '../../portal/write-entry.ts'

/** What happened, and what to do next. */
interface ErrorWords {
  readonly what: string
  readonly next: string
}

/** A sentence and a remedy by kind of portal error. */
const portalErrorWords = {
  'not-allowed': {
    what: 'Портал не разрешил вам это действие.',
    next: 'Попросите у администратора портала право менять лиды.',
  },
  'no-access': {
    what: 'Администратор портала закрыл вам доступ к приложению.',
    next: 'Попросите вернуть его и повторите: ответы остались на экране.',
  },
  'missing-scope': {
    what: 'Приложению не выдали нужное разрешение.',
    next: 'Администратор может выдать его в настройках приложения на портале.',
  },
  'no-rest': {
    what: 'На тарифе портала приложения не могут обращаться к данным.',
    next: 'Проверьте тариф или подписку вместе с администратором.',
  },
  'not-found': {
    what: 'Портал не нашёл того, к чему мы обратились: возможно, лид удалили.',
    next: 'Обновите карточку лида.',
  },
  'busy': {
    what: 'Портал перегружен и временно не принимает запросы.',
    next: 'Подождите минуту и повторите.',
  },
  'expired': {
    what: 'Сеанс работы с порталом истёк.',
    next: 'Обновите страницу: черновик анкеты сохранён.',
  },
  'unreachable': {
    what: 'Портал не ответил.',
    next: 'Проверьте связь и повторите.',
  },
  'no-result': {
    what: 'Портал ответил, но не сообщил результата.',
    next: 'Проверьте карточку лида и при необходимости повторите.',
  },
  'not-run': {
    what: 'До этого шага дело не дошло: раньше случилась ошибка.',
    next: 'Повторите, когда она устранена.',
  },
  'refused': {
    what: 'Портал отклонил запрос.',
    next: 'Посмотрите ответ портала; если он непонятен, покажите его администратору.',
  },
  'unreadable': {
    what: 'Портал ответил не так, как описано в его документации.',
    next: 'Повторите; если не поможет, покажите ответ портала администратору.',
  },
} satisfies Record<PortalErrorKind, ErrorWords>

export const save = {
  title: 'Запись в лид',
  headings: {
    none: 'Что будет записано',
    readOnly: 'Что было бы записано',
    saved: 'Записано в лид',
    outrun: 'Последние ответы не записаны',
    partly: 'Записано частично',
    conflict: 'Нужно ваше решение',
    unread: 'Ничего не записано',
    refused: 'Ничего не записано',
    unmapped: 'Ничего не записано',
    waits: 'Сохранение ждёт',
  },
  waiting: 'Ответьте на первый вопрос, и здесь появится всё, что запишется в лид.',
  nothing: 'Записывать нечего: в лиде уже стоит то же самое.',
  undoFirst: 'Отмена прошлого сохранения ещё не закончена: завершите её или откажитесь от неё, потом сохраните ещё раз. Ответы на месте.',
  noneTicked: 'Отметьте хотя бы одну строку, чтобы сохранить.',
  groupFields: 'Поля лида',
  groupTitle: 'Название лида',
  groupMade: 'Что появится',
  becomes: 'станет',
  fields: {
    code: 'Код',
    class: 'Приоритет',
    coefficient: 'Коэффициент',
    purchaseDate: 'Дата покупки',
    nextTouch: 'Следующий шаг',
    important: 'Особо важный',
    reason: 'Причина',
  } satisfies Record<keyof ResultValues, string>,
  titleLine: 'Название',
  opportunity: 'Сумма',
  opportunityRows: 'Сумма лида складывается из товаров. Если записать свою, портал перестанет её пересчитывать, поэтому строка не отмечена.',
  stage: 'Стадия',
  record: 'Кто и когда квалифицировал',
  setVersion: (name: string, version: number) => `анкета «${name}», версия ${version}`,
  comment: 'Комментарий в ленте лида',
  commentWhat: 'итог, ответы и следующий шаг',
  todo: 'Дело',
  todoMoved: 'Открытое дело будет перенесено.',
  notice: (name: string) => `Уведомление: ${name}`,
  noticeReasons: {
    'hot': 'лид стал горячим',
    'large-order': 'крупный заказ',
  } satisfies Record<NoticeReason, string>,

  titleDoubts: {
    'no-code': prefix => `Название начинается с «${prefix}». Это похоже на код, но поле кода у лида пустое: возможно, так лид назвал менеджер.`,
    'other-code': prefix => `Название начинается с «${prefix}». Это похоже на код, но в поле кода у лида стоит другой.`,
    'glued': prefix => `Код «${prefix}» написан слитно с названием, и непонятно, где оно начинается.`,
  } satisfies Record<TitleDoubt, (prefix: string) => string>,
  titleAsked: 'решить, каким будет название',
  titleQuestion: 'Каким сделать название?',
  titleChoices: {
    keep: () => 'Ничего не убирать, код поставить впереди',
    replace: (prefix: string) => `Убрать «${prefix}», код поставить впереди`,
  },

  save: 'Сохранить',
  saveAgain: 'Сохранить с этим решением',
  saving: 'Сохраняем…',
  waits: {
    busy: 'Портал просит подождать. Нажимать ничего не нужно: всё продолжится само.',
    unreachable: 'Портал не ответил. Пробуем ещё раз.',
  },
  shortcut: 'Ctrl+Enter',
  elapsed: (time: string) => `Прошло ${time}`,
  preview: 'Предпросмотр: в лид ничего не записывается.',
  readOnly: 'У вас нет права менять этот лид, поэтому сохранить анкету нельзя. Право даёт администратор портала.',

  conflictText: 'Решите по каждой строке, чьё значение верно, и сохраните ещё раз.',
  shownBefore: 'Было, когда вы начали',
  notShown: 'этой строки не было',
  heldNow: 'Сейчас в лиде',
  both: (value: string) => `Записать код перед новым названием: ${value}`,
  mine: (value: string) => `Записать моё: ${value}`,
  moveTodo: (value: string) => `Перенести дело: ${value}`,
  leaveTodo: 'Оставить дело как есть',
  theirs: 'Оставить как сейчас в лиде',

  unreadTitle: 'Не удалось перечитать лид',
  unreadText: 'Перед записью лид читается заново, и на этом всё остановилось. Ничего не записано.',
  refusedTitle: 'Портал не принял запись',
  refusedText: 'Запрос отклонён целиком. Ничего не записано.',
  unmappedTitle: 'Поля портала не подходят к анкете',
  unmappedText: 'Для одного из ответов на портале нет поля или пункта списка. Ничего не записано. Остальное можно сохранить без этого ответа, сам он останется в записи квалификации. Попросите администратора заново выполнить настройку Triple A.',
  details: 'Подробности',
  portalSaid: 'Ответ портала',
  errors: portalErrorWords,

  partlyTitle: 'Записано не всё',
  steps: {
    update: 'Поля и название лида',
    comment: 'Комментарий в ленте',
    todo: 'Дело',
    notice: 'Уведомление руководителю',
    journal: 'Запись в историю лида',
    close: 'Завершение',
  } satisfies Record<Step, string>,
  stepStates: {
    'done': 'готово',
    'failed': 'не получилось',
    'not-run': 'не выполнялось',
  } satisfies Record<StepOutcome['state'], string>,
  ignored: 'Портал принял, но не сохранил:',
  ignoredNext: 'Проверьте вместе с администратором, остались ли эти поля в лиде и можно ли их менять.',
  finish: 'Доделать остальное',
  leaveRest: 'Оставить как есть',

  saved: 'Сохранено',
  outrun: 'Прежние ответы сохранены. Те, что вы дали во время записи, ещё нет: сохраните ещё раз.',
  savedBy: (when: string, who: string, time: string) => `${when}, ${who}, за ${time}`,
  savedSteps: {
    update: 'поля лида',
    comment: 'комментарий',
    todo: 'дело',
    notice: 'уведомление',
  } satisfies Record<Exclude<Step, 'journal' | 'close'>, string>,
  savedNote: (when: string) => `Сохранено ${when}`,
  savedWho: (name: string) => name,
  savedTook: (time: string) => `за ${time}`,

  queue: {
    title: 'Сохранение ждёт портала',
    changed: 'Лид тем временем изменили: откройте его и решите, что верно.',
    trying: 'Отправляем…',
    unclear: 'Записал ли портал что-то, пока неизвестно. Перед повтором это проверяется, и ничего не запишется дважды.',
    unwritten: 'Пока ничего не записано.',
    answersKept: 'Ответы сохранены в этом браузере.',
    leaveOpen: 'Браузер не хранит данные этой страницы: не закрывайте её, пока она ждёт портала.',
    untouched: 'Пока ничего не изменено.',
    since: (age: string) => `ждёт: начато ${age}`,
    sinceNow: 'ждёт меньше минуты',
    next: (when: string) => `следующая попытка ${when}`,
    soon: 'следующая попытка в течение минуты',
    now: 'Отправить сейчас',
    undoNow: 'Отменить сейчас',
    keepIt: 'Не отменять',
    drop: 'Не отправлять',
    dropUnclear: 'Возможно, портал уже что-то записал. Если отказаться, это так и останется.',
    dropAll: 'Всё равно отказаться',
    keepWaiting: 'Ждать дальше',
    undoTitle: 'Отмена ждёт портала',
    sent: (title: string) => `Отправлено: ${title}`,
    sentAndUndone: (title: string) => `Было записано, но с тех пор отменено: ${title}. Откройте лид: ответы остались в черновике.`,
    notUndone: (title: string) => `Отмена больше не действует: ${title}. Лид с тех пор сохранили снова.`,
    dropped: (title: string) => `Больше не отправляется: ${title}`,
    others: (count: number) => `Ждут отправки: ${ruCount(count, 'лид', 'лида', 'лидов')}`,
    aSave: 'сохранение',
    anUndo: 'отмена',
    unreadableEntry: 'запись о сохранении не читается, отправить её нельзя',
    elsewhere: (when: string) => `Сохранение от ${when} не завершено`,
    elsewhereText: 'Вы начали его в другом браузере или отказались от него без связи.',
    elsewhereShown: 'Его ответы на экране: завершите сохранение или откажитесь от него.',
    elsewhereLater: 'На экране более поздние ответы: откажитесь от прежнего сохранения и сохраните их. Если завершить его, в лид попадут прежние ответы.',
    undoElsewhere: (when: string) => `Отмена от ${when} не завершена`,
    undoElsewhereText: 'Вы начали её в другом браузере или отказались от неё без связи.',
    goOn: 'Завершить',
    stopped: (when: string) => `Сохранение от ${when} остановлено`,
    stoppedText: 'Лид тем временем изменили. Ответы на экране: проверьте, что будет записано, и сохраните ещё раз.',
    unreadable: 'Запись о незавершённом сохранении не читается',
    unreadableText: 'Сверьте поля лида с тем, что вы записывали. Запись останется на портале до следующего сохранения этого лида.',
  },

  text: {
    head: (code: string) => `Квалификация: ${code}`,
    class: (triple: string) => `класс ${triple}`,
    classOpen: 'класс ещё не определён',
    coefficient: (value: string) => `коэффициент ${value}`,
    amount: (sum: string) => `сумма ${sum}`,
    amountFrom: (sum: string) => `сумма от ${sum}`,
    amountUnknown: 'сумма не выяснена',
    cannotPay: 'оплатить не может',
    important: 'особо важный',
    reason: (label: string) => `Причина: ${label}`,
    unknown: 'неизвестно',
    said: (words: string) => `со слов клиента: «${words}»`,
    declared: (words: string) => `в форме: ${words}`,
    note: (words: string) => `Заметка: ${words}`,
    offers: {
      yes: 'при хорошем предложении готов сейчас',
      no: 'сейчас не готов и при хорошем предложении',
      unknown: 'готов ли сейчас при хорошем предложении, неизвестно',
    } satisfies Record<OfferAnswer, string>,
    next: (what: string) => `Следующий шаг: ${what}`,
    took: (time: string) => `заняло ${time}`,
    channel: (name: string) => `Как: ${name}`,
    noticeHead: {
      'hot': 'Горячий лид',
      'large-order': 'Крупный заказ',
    } satisfies Record<NoticeReason, string>,
    client: (name: string) => `Клиент: ${name}`,
    responsible: (name: string) => `Ответственный: ${name}`,
  },
}
