/** A set that fills the screen: five questions, nine choices each, all of them wordy. */
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { POTENTIAL_SCALE } from '../../src/domain/presets/potential-scale.ts'
import { STARTING_POINT } from '../../src/domain/presets/starting-point.ts'
import type { Choice, Grade, Question, QuestionSet, Sign, Text } from '../../src/domain/question-set.ts'

const GRADES: readonly Grade[] = ['A', 'A', 'A', 'B', 'B', 'B', 'C', 'C', 'C']

function signOf(grade: Grade): Sign {
  return grade === 'C' ? 'minus' : 'plus'
}

/** Nine choices, the first three the best. */
function choices(...labels: readonly (readonly [ru: string, en: string])[]): readonly Choice[] {
  return labels.map(([ru, en], index) => {
    const grade = GRADES[index] ?? 'C'
    return { id: `choice${index + 1}`, label: { ru, en }, grade, sign: signOf(grade) }
  })
}

function asked(id: string, name: Text, script: Text, hint: Text, offered: readonly Choice[]): Question {
  return { id, kind: 'choice', name, script, hint, choices: offered }
}

const PURPOSE = asked(
  'purpose',
  { ru: 'Назначение помещения и нагрузка на пол', en: 'Use of the premises and load on the floor' },
  {
    ru: 'Расскажите, пожалуйста, для чего нужно помещение: что по полу будет ездить, что на нём будет стоять и есть ли участки, где проливают воду, масло или химию?',
    en: 'Could you tell me what the premises are for: what will drive over the floor, what will stand on it, and are there areas where water, oil or chemicals get spilled?',
  },
  {
    ru: 'Если помещений несколько, выбирайте самое нагруженное: по нему считают состав. Остальные впишите в заметку.',
    en: 'If there are several rooms, choose the one with the heaviest load: the mix is chosen for it. Put the others into the note.',
  },
  choices(
    ['Склад с вилочными погрузчиками и стеллажами выше десяти метров', 'Warehouse with forklifts and racks higher than ten metres'],
    ['Пищевое производство с ежедневной мойкой горячей водой', 'Food production that is washed down with hot water every day'],
    ['Цех, где проливаются масла, щёлочи или кислоты', 'Workshop where oils, alkalis or acids get spilled'],
    ['Паркинг под жилым домом, с въездной рампой', 'Car park below a residential building, with a ramp'],
    ['Торговый зал с большим потоком покупателей', 'Sales floor with many visitors'],
    ['Автосервис или шиномонтаж на несколько постов', 'Car repair or tyre service with several bays'],
    ['Офис или шоурум, где важнее всего внешний вид', 'Office or showroom where looks matter most'],
    ['Гараж или мастерская рядом с частным домом', 'Garage or workshop next to a private house'],
    ['Пока только сравнивает варианты и цены', 'Only compares options and prices for now'],
  ),
)

const BASE = asked(
  'base',
  { ru: 'Состояние основания', en: 'Condition of the base' },
  {
    ru: 'А что сейчас под ногами: старый бетон, плитка, грунт? Есть ли трещины, сырость, перепады высоты, и когда основание последний раз обследовали?',
    en: 'And what is underfoot now: old concrete, tiles, soil? Are there cracks, damp or differences in height, and when was the base last surveyed?',
  },
  {
    ru: 'Сырое основание не приговор, но срок растянется на сушку. Фотографии с линейкой заменяют первый выезд.',
    en: 'A damp base is no verdict, but drying takes time. Photos with a ruler in them replace the first visit.',
  },
  choices(
    ['Новая бетонная плита, ей больше месяца', 'New concrete slab, more than a month old'],
    ['Ровный старый бетон без трещин и пятен масла', 'Even old concrete without cracks or oil stains'],
    ['Старое полимерное покрытие, его нужно снять', 'Old polymer coating that has to come off'],
    ['Бетон с трещинами и перепадами до двух сантиметров', 'Concrete with cracks and steps of up to two centimetres'],
    ['Плитка, которая местами отошла', 'Tiles that have come off in places'],
    ['Бетон, пропитанный маслом', 'Concrete soaked with oil'],
    ['Сырое основание без гидроизоляции', 'Damp base without waterproofing'],
    ['Грунт, плиту ещё предстоит залить', 'Soil, the slab is yet to be cast'],
    ['Здания пока нет, есть только проект', 'No building yet, only a design'],
  ),
)

const TERM = asked(
  'term',
  { ru: 'Срок', en: 'Term' },
  {
    ru: 'К какому дню пол должен быть готов и можно ли останавливать работу помещения целиком, или придётся идти участками, по ночам и в выходные?',
    en: 'By which day does the floor have to be ready, and may the premises stop working altogether, or do we have to go section by section, at night and at weekends?',
  },
  {
    ru: 'Считайте до дня, когда на пол должны заехать, а не до подписания договора.',
    en: 'Count to the day on which the floor has to carry traffic, not to the contract.',
  },
  choices(
    ['Авария: нужно начать на этой неделе', 'Emergency: has to start this week'],
    ['В ближайшие две недели, помещение свободно', 'Within two weeks, the premises are empty'],
    ['В течение месяца, можно остановить целиком', 'Within a month, everything may stop'],
    ['В течение месяца, только ночами и по выходным', 'Within a month, at nights and weekends only'],
    ['В этом квартале, после других подрядчиков', 'This quarter, after other contractors'],
    ['До конца сезона, точной даты нет', 'By the end of the season, no exact date'],
    ['В следующем году, когда утвердят смету', 'Next year, once the estimate is approved'],
    ['После окончания аренды, через год или позже', 'After the lease, in a year or later'],
    ['Сроков нет, собирает сведения', 'No dates, collects information'],
  ),
)

const BUDGET: Question = {
  id: 'floor_budget',
  kind: 'money',
  name: { ru: 'Бюджет', en: 'Budget' },
  script: {
    ru: 'На какую сумму вы ориентируетесь вместе с подготовкой основания, материалами и работой? Хватит и порядка, чтобы я не предлагал вам лишнего.',
    en: 'What amount do you have in mind, including the preparation of the base, materials and work? The order of magnitude will do, so that I do not offer you too much.',
  },
  hint: {
    ru: 'Если клиент называет цену за метр, умножьте на площадь и введите сумму целиком.',
    en: 'If the client names a price per metre, multiply it by the area and type the whole sum.',
  },
  bands: [
    { id: 'band1', from: 5_000_000, to: null, label: { ru: 'От 5 млн ₽: несколько цехов или целый склад', en: '₽5 million and more: several workshops or a whole warehouse' }, grade: 'A', sign: 'plus' },
    { id: 'band2', from: 2_000_000, to: 5_000_000, label: { ru: 'От 2 до 5 млн ₽', en: '₽2 to 5 million' }, grade: 'A', sign: 'plus' },
    { id: 'band3', from: 1_000_000, to: 2_000_000, label: { ru: 'От 1 до 2 млн ₽', en: '₽1 to 2 million' }, grade: 'A', sign: 'plus' },
    { id: 'band4', from: 500_000, to: 1_000_000, label: { ru: 'От 500 тыс. до 1 млн ₽', en: '₽500,000 to 1 million' }, grade: 'B', sign: 'plus' },
    { id: 'band5', from: 300_000, to: 500_000, label: { ru: 'От 300 до 500 тыс. ₽', en: '₽300,000 to 500,000' }, grade: 'B', sign: 'plus' },
    { id: 'band6', from: 100_000, to: 300_000, label: { ru: 'От 100 до 300 тыс. ₽: гараж или небольшая мастерская', en: '₽100,000 to 300,000: a garage or a small workshop' }, grade: 'B', sign: 'plus' },
    { id: 'band7', from: 50_000, to: 100_000, label: { ru: 'От 50 до 100 тыс. ₽', en: '₽50,000 to 100,000' }, grade: 'C', sign: 'plus' },
    { id: 'band8', from: 0, to: 50_000, label: { ru: 'До 50 тыс. ₽, своими руками', en: 'Under ₽50,000, without hired hands' }, grade: 'C', sign: 'plus' },
  ],
  cannotPay: { id: 'cannot', label: { ru: 'Оплатить не сможет ни сейчас, ни в рассрочку', en: 'Cannot pay, neither now nor by instalments' }, grade: 'C', sign: 'minus' },
}

const DECIDER = asked(
  'decider',
  { ru: 'Кто решает', en: 'Who decides' },
  {
    ru: 'Кто, кроме вас, участвует в решении: главный инженер, технолог, собственник здания, арендатор? И чьё слово будет последним?',
    en: 'Who takes part in the decision besides you: the chief engineer, the process engineer, the owner of the building, the tenant? And whose word is the last one?',
  },
  {
    ru: 'Не спрашивайте «вы решаете?»: на это отвечают «да». Спросите, кто подписывает смету.',
    en: 'Do not ask “do you decide?”: people say yes to that. Ask who signs the estimate.',
  },
  choices(
    ['Собственник здания, говорим с ним самим', 'The owner of the building, we are talking to them'],
    ['Главный инженер с утверждённой сметой', 'The chief engineer, with an approved estimate'],
    ['Отдел закупок, договор рамочный', 'Purchasing, under a framework contract'],
    ['Арендатор, с согласия собственника', 'The tenant, if the owner agrees'],
    ['Генподрядчик, выбирает субподрядчика', 'The general contractor, who is choosing a subcontractor'],
    ['Проектировщик, закладывает материал в проект', 'The designer, who specifies the material'],
    ['Технический надзор, только советует', 'Site supervision, which only advises'],
    ['Секретарь, собирает предложения', 'An assistant who collects offers'],
    ['Неизвестно, клиент не говорит', 'Not known, the client does not say'],
  ),
)

export const LONG_SET: QuestionSet = {
  ...STARTING_POINT,
  id: 'floors',
  name: { ru: 'Промышленные полы под ключ', en: 'Industrial floors, turnkey' },
  style: 'both',
  questions: [PURPOSE, BASE, TERM, BUDGET, DECIDER],
  code: [{ questions: ['purpose'] }, { questions: ['base'] }, { questions: ['term'] }, { questions: ['floor_budget'] }, { questions: ['decider'] }],
  classRules: [
    { id: 'all', class: 'A', when: { purpose: 'plus', floor_budget: 'plus', term: 'plus' } },
    { id: 'later', class: 'B', when: { purpose: 'plus', floor_budget: 'plus', term: 'minus' } },
  ],
  classElse: DEFAULT_SET.classElse,
  potential: { question: 'floor_budget', bands: POTENTIAL_SCALE },
}
