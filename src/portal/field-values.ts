/** What the lines of a save write to a lead's user fields: our words in, wire values out. */
import type { LineContent, WriteLine } from '../domain/write-plan.ts'
import type { FieldMap } from './field-map.ts'
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
      userFieldsOf(line, map, '')
      return []
    } catch (error) {
      if (!(error instanceof MissingItem)) throw error
      return [{ line, what: error.message }]
    }
  })
  return { lines: missing.map(({ line }) => line), what: missing.map(({ what }) => what).join('; ') }
}

type ResultLine = Extract<LineContent, { kind: 'result' }>

function resultValue(line: ResultLine, map: FieldMap, field: string): Param {
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
 * What a line writes to user fields; lines that write no user field give nothing. Empty text empties a field.
 * Throws a MissingItem when a choice has no list item.
 */
export function userFieldsOf(line: LineContent, map: FieldMap, run: string): Readonly<Record<string, Param>> {
  const { results } = map
  switch (line.kind) {
    case 'answer': {
      const field = map.answers[line.question]
      if (field === undefined) throw new MissingItem(`no field for ${line.question}`)
      return { [field]: line.to === undefined ? EMPTY : item(map.choices[line.question], line.to, field) }
    }
    case 'result': return { [results[line.field]]: resultValue(line, map, results[line.field]) }
    case 'record': return { [results.set]: line.to.set, [results.qualifiedAt]: line.to.at, [results.qualifiedBy]: line.to.by, [results.run]: run }
    case 'title':
    case 'opportunity':
    case 'stage':
    case 'comment':
    case 'todo':
    case 'notice': return {}
  }
}
