import { describe, expect, it } from 'vitest'
import { classSentences, coefficientSentences, letterSentences } from '../../../src/components/outcome/explanation-words.ts'
import type { Speaker } from '../../../src/components/outcome/explanation-words.ts'
import { explainClass, explainCoefficient, explainLetter } from '../../../src/domain/explain.ts'
import type { Money } from '../../../src/domain/potential.ts'
import { CHAMP } from '../../../src/domain/presets/champ.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { PLUS_MINUS } from '../../../src/domain/presets/plus-minus.ts'
import type { Language, QuestionSet } from '../../../src/domain/question-set.ts'
import { loadWords } from '../../../src/i18n/words.ts'
import { answered, roubles } from '../../domain/answering.ts'
import type { Short } from '../../domain/answering.ts'
import { asks, setOf } from '../../domain/made-sets.ts'

async function speaks(language: Language, set: QuestionSet): Promise<Speaker> {
  return { words: await (await loadWords(language)).fetchAll(), set }
}

async function ofLetter(language: Language, set: QuestionSet, short: Short, position: number): Promise<readonly string[]> {
  const explanation = explainLetter(set, answered(short), position)
  if (explanation === undefined) throw new Error('no such letter')
  return letterSentences(await speaks(language, set), explanation)
}

async function ofClass(language: Language, set: QuestionSet, short: Short): Promise<readonly string[]> {
  return classSentences(await speaks(language, set), explainClass(set, answered(short)))
}

async function ofCoefficient(language: Language, short: Short, lead?: Money): Promise<readonly string[]> {
  const sentences = coefficientSentences(await speaks(language, DEFAULT_SET), explainCoefficient(DEFAULT_SET, answered(short), lead))
  return sentences.map(sentence => sentence.replace(/\s/g, ' '))
}

describe('why a letter', () => {
  it('names the answer and what would better it', async () => {
    expect(await ofLetter('ru', DEFAULT_SET, { client_type: 'c2c', need: 'yes' }, 0)).toEqual([
      'C — Тип клиента: C2C.',
      'До A?? не хватает: Тип клиента — «B2B» или «G2B».',
    ])
  })

  it('says of two answers that the worst counts', async () => {
    expect(await ofLetter('ru', DEFAULT_SET, { need: 'yes', budget: 'from_100k' }, 1)).toEqual([
      'B — Потребность: Есть потребность; Бюджет: От 100 до 300 тыс. ₽ (считается худший из ответов).',
      'До ?A? не хватает: Бюджет — «От 1 млн ₽» или «От 500 тыс. до 1 млн ₽».',
    ])
  })

  it('names the answers that are not known yet', async () => {
    expect(await ofLetter('en', DEFAULT_SET, { need: 'yes' }, 1)).toEqual(['? — Need: Has a need; Budget: not known yet.'])
  })

  it('says that a yes to the offer lifted it', async () => {
    expect(await ofLetter('ru', DEFAULT_SET, { urgency: 'quarter/yes' }, 2)).toEqual([
      'A — Срочность: В течение 3 месяцев, готов на хорошее предложение: на букву выше.',
      'Лучше некуда.',
    ])
    expect(await ofLetter('en', DEFAULT_SET, { urgency: 'later/yes' }, 2)).toEqual([
      'B — Urgency: In 3 or 6 months, or later, ready for a good offer: one letter up.',
      'To reach ??A: Urgency “Right now”.',
    ])
  })

  it('gets from B to A by "now" or by a yes to the offer', async () => {
    const short = { need: 'yes', urgency: 'quarter/no', budget: 'from_1m', client_type: 'b2b' }
    expect(await ofLetter('ru', DEFAULT_SET, short, 2)).toEqual([
      'B — Срочность: В течение 3 месяцев.',
      'До AAA не хватает: Срочность — «Прямо сейчас» или «да» на хорошее предложение.',
    ])
    expect((await ofLetter('en', DEFAULT_SET, short, 2))[1]).toBe('To reach AAA: Urgency “Right now” or a yes to a good offer.')
  })

  it('says of an A that there is nothing better', async () => {
    expect(await ofLetter('en', CHAMP, { money: 'yes' }, 2)).toEqual(['A — Money: Yes.', 'It cannot get better.'])
  })

  it('says of a question that is not asked that it is not', async () => {
    const set = setOf({
      questions: [asks('need', 'yes A+', 'no C-'), { ...asks('size', 'big A', 'small B'), askIf: [{ question: 'need', choices: ['yes'] }] }],
      code: [{ questions: ['need', 'size'] }],
    })
    const [sentence] = await ofLetter('en', set, { need: 'no' }, 0)
    expect(sentence).toBe('C — Words: Words; Words: not asked (the worst answer counts).')
  })
})

describe('why a class', () => {
  it('names what would make an A of a B', async () => {
    expect(await ofClass('ru', DEFAULT_SET, { need: 'yes', urgency: 'later/no', budget: 'from_1m', client_type: 'b2b' })).toEqual([
      'Потребность: Есть потребность; Срочность: Через 3, 6 месяцев или позже; Бюджет: От 1 млн ₽.',
      'До класса AAA не хватает: Срочность — «Прямо сейчас» или «да» на хорошее предложение.',
    ])
    expect(await ofClass('en', DEFAULT_SET, { need: 'yes', urgency: 'later/no', budget: 'from_1m', client_type: 'b2b' })).toEqual([
      'Need: Has a need; Urgency: In 3 or 6 months, or later; Budget: ₽1 million and more.',
      'To reach class AAA: Urgency “Right now” or a yes to a good offer.',
    ])
  })

  it('names a question once, however many of its answers would do', async () => {
    const [, nearest] = await ofClass('ru', DEFAULT_SET, { need: 'yes', urgency: 'now', budget: 'cannot_pay' })
    expect(nearest).toBe('До класса AAA не хватает: Бюджет — «От 1 млн ₽», «От 500 тыс. до 1 млн ₽», «От 300 до 500 тыс. ₽», «От 100 до 300 тыс. ₽» или «До 100 тыс. ₽».')
  })

  it('names what is open where the class is', async () => {
    expect(await ofClass('en', PLUS_MINUS, { need: 'yes' })).toEqual(['Need: Yes; Budget: not known yet; Urgency: not known yet.'])
  })

  it('asks for nothing more of an A', async () => {
    expect(await ofClass('ru', PLUS_MINUS, { need: 'yes', budget: 'yes', urgency: 'yes' })).toEqual(['Потребность: Да; Бюджет: Да; Срочность: Да.'])
  })

  it('takes one of several answers for the way to a better class', async () => {
    const [, nearest] = await ofClass('en', CHAMP, { challenges: 'yes', authority: 'yes', money: 'no', prioritization: 'no' })
    expect(nearest).toBe('To reach class BBB: Money “Yes” or Place among tasks “Yes”.')
  })

  it('says nothing where no rule looks at an answer', async () => {
    const set = setOf({ questions: [asks('need', 'yes A+', 'no C-')] })
    expect(await ofClass('ru', set, { need: 'yes' })).toEqual([])
  })
})

describe('where the coefficient comes from', () => {
  it.each<[string, Language, Short, Money | undefined, readonly string[]]>([
    ['a sum that was typed', 'ru', { budget: 350_000 }, undefined, ['Интересно (средний) — по названной сумме 350 000 ₽.', 'От 500 000 ₽ коэффициент 3.']],
    ['the same in English', 'en', { budget: 350_000.5 }, undefined, ['Interesting (medium) — by the sum named, ₽350,000.5.', 'From ₽500,000 on it is 3.']],
    ['the lead’s own amount', 'ru', { budget: '?' }, roubles(120_000), ['Есть контакт (базовый) — по сумме лида 120 000 ₽.', 'От 300 000 ₽ коэффициент 2.']],
    ['the highest band', 'en', { budget: 'from_1m' }, undefined, ['Top importance (major) — by the budget line chosen.']],
    ['the lowest band', 'ru', { budget: 'under_100k' }, undefined, ['Не интересно (минимальный проект) — по выбранной строке бюджета.', 'От 100 000 ₽ коэффициент 1.']],
    ['a client who cannot pay', 'ru', { budget: 'cannot_pay' }, undefined, ['Платить нечем.', 'От 100 000 ₽ коэффициент 1.']],
    ['nothing yet', 'en', {}, undefined, ['The amount was not asked.']],
    ['an amount in another currency', 'ru', {}, { amount: 900, currency: 'EUR' }, ['Сумма не названа.']],
  ])('%s', async (_, language, short, lead, sentences) => {
    expect(await ofCoefficient(language, short, lead)).toEqual(sentences)
  })
})
