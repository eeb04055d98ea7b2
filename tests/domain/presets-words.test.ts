import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { choicesOf, LANGUAGES } from '../../src/domain/question-set.ts'
import type { QuestionSet, Text } from '../../src/domain/question-set.ts'

type Placed = readonly [place: string, text: Text]

function some(place: string, text: Text | undefined): Placed[] {
  return text ? [[place, text]] : []
}

function spoken(set: QuestionSet): Placed[] {
  return set.questions.flatMap((q): Placed[] => [
    [`${q.id} script`, q.script],
    ...(q.kind === 'horizon' ? some(`${q.id} offer script`, q.offer?.script) : []),
    ...(q.objections ?? []).map((objection, i): Placed => [`${q.id} reply ${i}`, objection.reply]),
  ])
}

function forClients(set: QuestionSet): Placed[] {
  return set.questions.flatMap((q): Placed[] => [
    ...some(`${q.id} client wording`, q.clientWording),
    ...(q.kind === 'horizon' ? some(`${q.id} offer client wording`, q.offer?.clientWording) : []),
    ...choicesOf(q).map((choice): Placed => [`${q.id}.${choice.id} for clients`, choice.clientLabel ?? choice.label]),
  ])
}

function written(set: QuestionSet): Placed[] {
  return [
    ['name', set.name],
    ...set.questions.flatMap((q): Placed[] => [
      [`${q.id} name`, q.name],
      ...some(`${q.id} hint`, q.hint),
      ...(q.kind === 'horizon' ? some(`${q.id} offer hint`, q.offer?.hint) : []),
      ...choicesOf(q).map((choice): Placed => [`${q.id}.${choice.id}`, choice.label]),
      ...(q.objections ?? []).map((objection, i): Placed => [`${q.id} objection ${i}`, objection.says]),
    ]),
    ...set.reasons.map((reason): Placed => [`reason ${reason.id}`, reason.label]),
    ...set.potential.bands.map((band): Placed => [`potential ${band.from}`, band.label]),
    ...[...set.followUp.steps, ...set.followUp.later].flatMap((step): Placed[] => [
      [`step ${step.id}`, step.name],
      [`step ${step.id} instruction`, step.instruction],
    ]),
  ]
}

const CYRILLIC = /[а-яё]/i

describe.each(PRESETS.map(set => [set.id, set] as const))('the words of preset %s', (_, set) => {
  it('are there in both languages, none of them empty or ragged', () => {
    const bad = [...written(set), ...spoken(set), ...forClients(set)].filter(([, text]) => LANGUAGES.some((language) => {
      const words = text[language] ?? ''
      return words === '' || words !== words.trim() || words.includes('  ')
    }))
    expect(bad).toEqual([])
  })

  it('keep Cyrillic letters out of the English', () => {
    expect([...written(set), ...spoken(set), ...forClients(set)].filter(([, text]) => CYRILLIC.test(text.en ?? ''))).toEqual([])
  })

  it('can be said in one breath', () => {
    const long = spoken(set).filter(([, text]) => LANGUAGES.some((language) => {
      const words = text[language] ?? ''
      return words.length > 150 || words.split(/[.?!](?:\s|$)/).filter(sentence => sentence !== '').length > 3
    }))
    expect(long).toEqual([])
  })

  it('ask in every script and every client wording', () => {
    const questions = [...spoken(set), ...forClients(set)].filter(([place]) => place.endsWith('script') || place.endsWith('client wording'))
    expect(questions.filter(([, text]) => LANGUAGES.some(language => !(text[language] ?? '').includes('?')))).toEqual([])
  })

  it('give every question a client wording, a hint and two or three objections', () => {
    for (const question of set.questions) {
      expect(question.clientWording, question.id).toBeDefined()
      expect(question.hint, question.id).toBeDefined()
      expect([2, 3], question.id).toContain(question.objections?.length)
    }
  })

  it('show clients no class, no grade and no client type by its abbreviation', () => {
    const inside = /\b(?:A{2,}|B{2,}|C{2,}|B2B|B2C|G2B|C2C|BANT|CHAMP)\b|класс|грейд|лид|лпр|\bgrade|\blead\b/i
    expect(forClients(set).filter(([, text]) => LANGUAGES.some(language => inside.test(text[language] ?? '')))).toEqual([])
  })
})

describe('the default set', () => {
  it('answers "I will think about it" in need and urgency with a question about the hidden reason', () => {
    for (const id of ['need', 'urgency']) {
      const objections = DEFAULT_SET.questions.find(question => question.id === id)?.objections ?? []
      const thinking = objections.find(objection => objection.says.ru?.startsWith('Я подумаю'))
      expect(thinking?.says.en).toMatch(/^I’ll think about it/)
      expect(thinking?.reply.ru).toMatch(/\?$/)
      expect(thinking?.reply.en).toMatch(/\?$/)
    }
  })
})
