import type { LeadDraft } from './lead-draft.ts'
import type { Random } from './random.ts'

const MALE = ['Александр', 'Михаил', 'Егор', 'Фёдор', 'Илья', 'Павел', 'Руслан', 'Юрий', 'Степан', 'Глеб'] as const
const FEMALE = ['Елена', 'Татьяна', 'Дарья', 'Юлия', 'Галина', 'Полина', 'Ксения', 'Вероника', 'Лилия', 'Жанна'] as const
const ENGLISH = ['James', 'Olivia', 'Henry', 'Grace', 'Peter', 'Laura', 'Martin', 'Alice'] as const
const SURNAMES = ['Громов', 'Тихонов', 'Абрамов', 'Ершов', 'Поляков', 'Винокуров', 'Носов', 'Сычёв', 'Широков', 'Калинин', 'Лапин', 'Жданов'] as const
const ENGLISH_SURNAMES = ['Brown', 'Clark', 'Hughes', 'Wright', 'Stone', 'Palmer', 'Foster'] as const
const FIRMS = ['СтройПарк', 'Кровля+', 'Вектор', 'Гранит', 'Невский дом', 'ТеплоСервис', 'Северный лес', 'Монолит'] as const
const ENGLISH_FIRMS = ['Blue Harbour Ltd', 'Oakline', 'Summit Homes', 'Greyfield Group'] as const
const WISHES = ['облицовка', 'тротуарная плитка', 'кирпич рядовой', 'газобетон', 'забор', 'фундаментные блоки', 'печной кирпич', 'ремонт фасада'] as const
const ENGLISH_WISHES = ['paving', 'facade', 'garden wall', 'warehouse floor'] as const
const PREFIXES = ['', '', '', '', '', '', '', '', '', '', '', '', 'AAB ', 'BBC ', '(CCC) ', '[ABC] ', 'ааб ', 'AAA | ', 'B? ', 'ABC-', '!!! ', 'ПОВТОР ', ' '] as const
const SOURCES = ['CALL', 'CALL', 'CALL', 'WEB', 'WEBFORM', 'WEBFORM', 'EMAIL', 'ADVERTISING', 'RECOMMENDATION', 'CALLBACK', 'TRADE_SHOW', 'OTHER'] as const
const STAGES = ['NEW', 'NEW', 'NEW', 'IN_PROCESS', 'IN_PROCESS', 'PROCESSED', 'CONVERTED'] as const
const JUNK_TITLES = ['Тест', 'asdasd', 'Реклама окон', 'SEO promotion offer', 'Ошиблись номером'] as const
const HOURS_SINCE_2011 = 5500 * 24

/** The phone in one of the spellings that people type. */
function spelt(digits: string, random: Random): string {
  const [code, three, two, last] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)]
  return random.pick([
    `+7${digits}`, `8${digits}`, `+7 ${code} ${three}-${two}-${last}`, `8 (${code}) ${three}-${two}-${last}`,
    `+7 (${code}) ${three} ${two} ${last}`, `8-${code}-${three}-${two}-${last}`, digits,
  ])
}

/** A lead of the crowd. `known` are phones of earlier leads, from which duplicates are made; new ones are added. */
export function laterLead(id: number, random: Random, known: string[]): LeadDraft {
  const english = random.chance(0.15)
  const woman = random.chance(0.5)
  const surname = random.pick(SURNAMES)
  const name = english ? random.pick(ENGLISH) : random.pick(woman ? FEMALE : MALE)
  const lastName = english ? random.pick(ENGLISH_SURNAMES) : woman ? `${surname}а` : surname
  const repeated = known.length > 0 && random.chance(0.12)
  const digits = repeated ? known[random.between(0, known.length)] ?? '9210000000' : `9${random.between(100_000_000, 999_999_999)}`
  if (!repeated && known.length < 5000) known.push(digits)
  const junk = random.chance(0.08)
  const firm = english ? random.pick(ENGLISH_FIRMS) : `ООО «${random.pick(FIRMS)}»`
  const business = random.chance(0.35)
  const wish = english ? random.pick(ENGLISH_WISHES) : random.pick(WISHES)
  const source = random.pick(SOURCES)
  const age = random.chance(0.3) ? random.between(1, 24 * 90) : random.between(24, HOURS_SINCE_2011)
  const dollars = english && random.chance(0.5)
  const amount = random.chance(0.45) ? 0 : random.between(1, 400) * 5000
  const stage: NonNullable<LeadDraft['stage']> = junk ? 'JUNK' : random.pick(STAGES)
  const open = stage === 'NEW' || stage === 'IN_PROCESS'
  const wanted = random.chance(0.08)
  const contactId = random.chance(0.1) ? random.between(1, 4) : undefined
  const reachable = !junk || random.chance(0.5)
  return {
    title: `${random.pick(PREFIXES)}${junk ? random.pick(JUNK_TITLES) : business ? `${firm}: ${wish}` : `${name}, ${wish}`}`,
    name,
    lastName,
    ...(business ? { company: firm } : {}),
    phones: reachable ? [spelt(digits, random)] : [],
    emails: random.chance(0.4) ? [`client${id}@mail.example`] : [],
    stage,
    source,
    ...(source === 'WEBFORM' ? { sourceText: 'Форма «Рассчитать заказ»' } : {}),
    amount: dollars ? Math.round(amount / 90) : amount,
    currency: dollars ? 'USD' : 'RUB',
    manualAmount: amount > 0,
    responsible: random.pick([4, 4, 4, 5, 5, 3, 8, 8]),
    opened: random.chance(0.7),
    age,
    ...(contactId === undefined ? {} : { contactId }),
    ...(open && wanted ? { todo: { subject: 'Связаться с клиентом', due: random.between(-72, 120) } } : {}),
  }
}
