/** Differences between two sets as lines that a person reads. */
import { parsePlace } from '../../domain/place.ts'
import { choicesOf, LANGUAGES, LEAD_CLASSES, textIn } from '../../domain/question-set.ts'
import type { Language, SetDraft, Text } from '../../domain/question-set.ts'
import { differenceOf } from '../../domain/set-difference.ts'
import type { SetChange } from '../../domain/set-difference.ts'
import { formatNumber } from '../../i18n/format.ts'
import type { setChanges } from '../../i18n/ru/set-changes.ts'

export type ChangeWords = typeof setChanges

export interface ChangeLine {
  readonly kind: SetChange['kind']
  /** The thing with its name, from the outside in. */
  readonly where: string
  /** The field that changed; empty for a thing as a whole. */
  readonly what: string
  /** Before and after; both empty for what came or went as a whole. */
  readonly from: string
  readonly to: string
}

interface Reading {
  readonly words: ChangeWords
  readonly language: Language
  /** The set's own, for texts that it has in no other. */
  readonly fallback: Language
}

/** Ids of a set are anybody's words, `constructor` among them. */
function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && LANGUAGES.some(language => language in value)
}

/** `coded`: a string is a code and no words of a person. */
function valueWords(value: unknown, coded: boolean, reading: Reading): string {
  const { words, language, fallback } = reading
  if (Array.isArray(value)) return value.map(entry => valueWords(entry, coded, reading)).join(', ') || words.nothing
  switch (typeof value) {
    case 'string': return value.trim() === '' ? words.nothing : coded ? own(words.codes, value) ?? value : value
    case 'number': return formatNumber(language, value)
    case 'boolean': return value ? words.yes : words.no
    case 'object': return value === null ? words.endless : isText(value) ? textIn(value, language, fallback) || words.nothing : JSON.stringify(value)
    default: return words.nothing
  }
}

/** The set in which a change's place lies. */
function setOf({ kind }: SetChange, from: SetDraft, to: SetDraft): SetDraft {
  return kind === 'removed' ? from : to
}

function thingName({ thing, ids, place }: SetChange, set: SetDraft, { words, language, fallback }: Reading): string {
  const say = (text: Text | undefined, otherwise: string) => textIn(text, language, fallback).trim() || otherwise
  const [first = '', second = ''] = ids
  const index = parsePlace(place)?.find(segment => typeof segment === 'number') ?? 0
  const question = set.questions.find(({ id }) => id === first)
  const asked = () => words.named(words.things.question, say(question?.name, first))
  switch (thing) {
    case 'set':
    case 'else': return words.things[thing]
    case 'question': return asked()
    case 'choice': {
      const choice = question && choicesOf(question).find(({ id }) => id === second)
      return `${asked()}, ${words.named(words.things.choice, say(choice?.label, second))}`
    }
    case 'condition':
    case 'objection': return `${asked()}, ${words.things[thing]}`
    case 'reason': return words.named(words.things.reason, say(set.reasons.find(({ id }) => id === first)?.label, first))
    case 'step': return words.named(words.things.step, say([...set.followUp.steps, ...set.followUp.later].find(({ id }) => id === first)?.name, first))
    case 'position':
    case 'rule':
    case 'potential-band': return words.numbered(words.things[thing], index + 1)
  }
}

/** A field in words; one that has none is told by its path, so that no difference is hidden. */
export function fieldWords({ thing, field }: Pick<SetChange, 'thing' | 'field'>, set: SetDraft, { words, language, fallback }: Reading): string {
  if (thing === 'rule' && field.startsWith('when')) {
    const id = field.split('.')[1] ?? ''
    return words.cell(textIn(set.questions.find(question => question.id === id)?.name, language, fallback) || id)
  }
  const spoken = LANGUAGES.find(each => field.endsWith(`.${each}`))
  const path = spoken === undefined ? field : field.slice(0, -spoken.length - 1)
  const leadClass = LEAD_CLASSES.find(each => path.split('.').includes(each))
  const known = thing === 'set' ? words.setFields : words.thingFields
  const name = own(known, path) ?? own(known, path.split('.').map(part => part === leadClass ? '*' : part).join('.')) ?? path
  const ofClass = leadClass === undefined ? name : words.ofClass(name, leadClass)
  return spoken === undefined ? ofClass : `${ofClass} ${words.inLanguage[spoken]}`
}

function lineOf(change: SetChange, from: SetDraft, to: SetDraft, reading: Reading): ChangeLine {
  const set = setOf(change, from, to)
  const line = { kind: change.kind, where: thingName(change, set, reading), what: '', from: '', to: '' }
  switch (change.kind) {
    case 'added':
    case 'removed': return line
    case 'moved': return { ...line, from: reading.words.place(Number(change.from) + 1), to: reading.words.place(Number(change.to) + 1) }
    case 'changed': {
      const coded = LANGUAGES.every(each => !change.field.endsWith(`.${each}`))
      return { ...line, what: fieldWords(change, set, reading), from: valueWords(change.from, coded, reading), to: valueWords(change.to, coded, reading) }
    }
  }
}

/** What differs between two sets, in the order of the set. */
export function changeLines(from: SetDraft, to: SetDraft, words: ChangeWords, language: Language): readonly ChangeLine[] {
  const reading = { words, language, fallback: to.defaultLanguage }
  return differenceOf(from, to).map(change => lineOf(change, from, to, reading))
}
