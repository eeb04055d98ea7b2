import type { LeadDraft } from './lead-draft.ts'

const MANAGER = 4
const MANAGER2 = 5
const HEAD = 3
const SELLER = 8

const DAY = 24

/** The leads of the demo, by hand: the first one is the one that the emulator's pages open with. */
export const FIRST_LEADS: readonly LeadDraft[] = [
  { title: 'Кирпич для дома в Павловске', name: 'Дмитрий', lastName: 'Кузнецов', phones: ['+7 921 555-14-20'], emails: ['d.kuznetsov@mail.example'], source: 'CALL', responsible: MANAGER, age: 0.4 },
  { title: 'ООО «Балтика-Строй»: облицовка фасада', name: 'Светлана', lastName: 'Орлова', company: 'ООО «Балтика-Строй»', post: 'Снабжение', phones: ['8 (812) 555-30-11'], emails: ['orlova@baltika.example'], source: 'WEBFORM', sourceText: 'Форма «Рассчитать заказ»', amount: 1_250_000, manualAmount: true, responsible: MANAGER, age: 1.2, utm: 'yandex' },
  { title: 'CRM-форма «Рассчитать заказ»', name: 'Наталья', phones: ['89219998877'], source: 'WEBFORM', sourceText: 'Форма «Рассчитать заказ»', responsible: MANAGER, age: 2.5, utm: 'vk' },
  { title: 'Перезвонить: брусчатка 300 м²', name: 'Сергей', lastName: 'Ильин', phones: ['+79215551420', '+7 (911) 222 33 44'], source: 'CALLBACK', amount: 420_000, stage: 'IN_PROCESS', responsible: MANAGER, age: 1.5 * DAY, todo: { subject: 'Уточнить площадь участка', due: 3 } },
  { title: 'Export enquiry: facing bricks for Riga', name: 'Andris', lastName: 'Berzins', company: 'SIA Nordbrick', post: 'Buyer', phones: ['+371 20 000 145'], emails: ['andris@nordbrick.example'], source: 'EMAIL', amount: 18_500, currency: 'USD', manualAmount: true, responsible: MANAGER2, age: 5 },
  { title: 'AAB Реконструкция склада', name: 'Роман', lastName: 'Гусев', company: 'АО «Терминал»', phones: ['+7 812 555 40 02'], source: 'TRADE_SHOW', amount: 780_000, stage: 'IN_PROCESS', responsible: MANAGER, age: 6 * DAY, todo: { subject: 'Отправить образцы', due: -5 } },
  { title: 'АВС-Строй, запрос цен', name: 'Ирина', company: 'АВС-Строй', phones: ['8-800-555-01-23'], source: 'WEB', responsible: MANAGER, age: 9 },
  { title: 'Повторный заказ: цоколь', name: 'Мария', lastName: 'Ветрова', phones: ['+7 911 700-10-10'], emails: ['vetrova@post.example'], source: 'PARTNER', amount: 310_000, responsible: MANAGER, age: 3, contactId: 1, companyId: 1 },
  { title: '  Заявка с пробелами в начале', name: 'Олег', phones: ['7 921 333 22 11'], source: 'WEB', responsible: MANAGER, age: 2 * DAY, opened: false },
  { title: '[BBC] Кафе на набережной', name: 'Алина', lastName: 'Фомина', company: 'ИП Фомина', phones: ['+7 (921) 444-55-66'], source: 'RECOMMENDATION', amount: 95_000, stage: 'PROCESSED', responsible: MANAGER, age: 12 * DAY, products: [['Кирпич лицевой', 38, 2000], ['Раствор цветной', 380, 50]] },
  { title: 'Вы выиграли приз!!! Перейдите по ссылке', name: 'asdf', emails: ['promo@spam.example'], source: 'EMAIL', stage: 'JUNK', responsible: MANAGER, age: 15 * DAY },
  { title: 'Госзакупка: школа в Колпино', name: 'Валерий', lastName: 'Титов', company: 'ГБУ «Дирекция строительства»', post: 'Главный инженер', phones: ['+78125557001'], emails: ['titov@gbu.example'], source: 'EMAIL', amount: 3_400_000, manualAmount: true, stage: 'IN_PROCESS', responsible: HEAD, age: 4 * DAY, todo: { subject: 'Проверить документацию', due: 20 } },
  { title: 'Печь и камин', name: 'Георгий', phones: ['921 100 20 30'], source: 'CALL', responsible: MANAGER, age: 6.5 },
  { title: 'Brick samples', name: 'Kate', lastName: 'Wilson', emails: ['kate.wilson@studio.example'], source: 'WEB', amount: 2_400, currency: 'USD', responsible: MANAGER2, age: 26, opened: false },
  { title: 'Дмитрий, второй звонок', name: 'Дмитрий', phones: ['8 921 555 14 20'], source: 'CALL', responsible: MANAGER2, age: 0.2 },
  { title: 'Дачный кооператив «Рассвет»', name: 'Людмила', lastName: 'Савина', phones: ['+7 904 610 11 12'], source: 'ADVERTISING', amount: 560_000, responsible: MANAGER, age: 30, utm: 'avito' },
  { title: 'Тест тест', name: 'test', phones: ['111'], source: 'WEBFORM', sourceText: 'Форма «Рассчитать заказ»', stage: 'JUNK', responsible: MANAGER, age: 8 * DAY },
  { title: 'Коттедж под ключ, 2 этажа', name: 'Артём', lastName: 'Белов', phones: ['+7-981-321-45-67'], emails: ['belov.artem@mail.example'], source: 'WEBFORM', sourceText: 'Форма «Рассчитать заказ»', amount: 1_000_000, manualAmount: true, responsible: MANAGER, age: 14 },
  { title: 'AAA: Жилой квартал «Маяк»', name: 'Константин', lastName: 'Рыбаков', company: 'СК «Маяк»', post: 'Директор по закупкам', phones: ['+7 812 555-90-90'], source: 'TRADE_SHOW', amount: 7_800_000, manualAmount: true, stage: 'CONVERTED', responsible: MANAGER, age: 40 * DAY, contactId: 2, companyId: 2 },
  { title: 'Только узнать цену', name: 'Вера', phones: ['+7 952 200-30-40'], source: 'CALL', stage: 'PROCESSED', responsible: MANAGER2, age: 20 * DAY },
  { title: 'Заказ после ремонта', name: 'Никита', lastName: 'Комаров', phones: ['89045550101'], source: 'RECOMMENDATION', amount: 150_000, responsible: SELLER, age: 3 * DAY },
  { title: 'Landscape project, phase 2', name: 'Thomas', lastName: 'Meyer', company: 'Meyer Garten', post: 'Owner', phones: ['+49 30 000 0145'], emails: ['thomas@meyergarten.example'], source: 'PARTNER', amount: 44_000, currency: 'USD', responsible: SELLER, age: 50, contactId: 3, opened: false },
  { title: 'Старый запрос 2011 года: забор', name: 'Борис', lastName: 'Лазарев', phones: ['(812) 300-10-20'], source: 'CALL', stage: 'IN_PROCESS', responsible: MANAGER, age: 5400 * DAY },
  { title: 'Возвращаемся к разговору: гараж', name: 'Павел', lastName: 'Щукин', phones: ['+7 921 876-54-32'], source: 'CALL', amount: 500_000, stage: 'IN_PROCESS', responsible: MANAGER, age: 75 * DAY, todo: { subject: 'Позвонить после зарплаты', due: -48 } },
  { title: 'Лид #25', phones: ['+7 999 000-00-25'], source: 'OTHER', responsible: MANAGER, age: 0.1 },
]
