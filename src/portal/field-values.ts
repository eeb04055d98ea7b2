/** What changes write to a lead's fields: our words in, wire values out. */
import type { Change, Remembered } from '../domain/journal.ts'
import type { WriteLine } from '../domain/write-plan.ts'
import type { FieldMap } from './field-map.ts'
import { literal, literalJson } from './literal.ts'
import type { Param } from './portal.ts'

const EMPTY = ''

/** An answer or result that has no list item on this portal: the set-up is not complete. */
export class MissingItem extends Error {
  override readonly name = 'MissingItem'
}

function item(items: Readonly<Record<string, number>> | undefined, key: string, field: string): number {
  const id = items !== undefined && Object.hasOwn(items, key) ? items[key] : undefined
  if (id === undefined) throw new MissingItem(`no list item for ${key} in ${field}`)
  return id
}

/** The lines whose value has no list item or field in the map, and in words for administrators what is missing. */
export function withoutPlace(lines: readonly WriteLine[], map: FieldMap): { readonly lines: readonly WriteLine[]; readonly what: string } {
  const missing = lines.flatMap((line) => {
    try {
      if (line.kind === 'answer' || line.kind === 'result') fieldsOfChange(line, map)
      return []
    } catch (error) {
      if (!(error instanceof MissingItem)) throw error
      return [{ line, what: error.message }]
    }
  })
  return { lines: missing.map(({ line }) => line), what: missing.map(({ what }) => what).join('; ') }
}

type ResultChange = Extract<Change, { kind: 'result' }>

function resultValue(line: ResultChange, map: FieldMap, field: string): Param {
  if (line.to === undefined) return EMPTY
  switch (line.field) {
    case 'class': return item(map.classes, line.to, field)
    case 'reason': return item(map.reasons, line.to, field)
    case 'important': return line.to ? 'Y' : 'N'
    case 'code':
    case 'coefficient':
    case 'purchaseDate':
    case 'nextTouch': return line.to
  }
}

/**
 * What a change writes to the lead's fields. Empty text empties a field. Throws a MissingItem when a choice has no list item.
 */
export function fieldsOfChange(change: Change, map: FieldMap): Readonly<Record<string, Param>> {
  switch (change.kind) {
    case 'answer': {
      const field = map.answers[change.question]
      if (field === undefined) throw new MissingItem(`no field for ${change.question}`)
      return { [field]: change.to === undefined ? EMPTY : item(map.choices[change.question], change.to, field) }
    }
    case 'result': return { [map.results[change.field]]: resultValue(change, map, map.results[change.field]) }
    case 'title': return { title: literal(change.to) }
    case 'stage': return { stageId: change.to }
    case 'opportunity': {
      const { to } = change
      if (to === undefined) return { opportunity: 0, isManualOpportunity: 'N' }
      return { opportunity: to.amount, currencyId: to.currency, isManualOpportunity: to.products ? 'N' : 'Y' }
    }
  }
}

/** Who qualified the lead, when and with what, and the text of the run; what is not known empties its field. */
export function fieldsOfRecord({ at, by, set, run }: Remembered, { results }: FieldMap): Readonly<Record<string, Param>> {
  return {
    [results.set]: set ?? EMPTY,
    [results.qualifiedAt]: at ?? EMPTY,
    [results.qualifiedBy]: by ?? EMPTY,
    [results.run]: run === undefined ? EMPTY : literalJson(run),
  }
}
