/** The qualification in a lead's user fields: wire values in, our words out, and the other way round. */
import * as v from 'valibot'
import type { QualificationFields } from '../domain/lead.ts'
import type { SetReference } from '../domain/question-set.ts'
import type { LineContent } from '../domain/write-plan.ts'
import { keyOfItem } from './field-map.ts'
import type { FieldMap } from './field-map.ts'
import type { Param } from './portal.ts'

/** Empty user fields come as null, '', false or [] depending on type and method (`api-reference/crm/universal/crm-item-get.md`). */
const Empty = v.union([v.null(), v.undefined(), v.literal(''), v.literal(false), v.pipe(v.array(v.unknown()), v.maxLength(0))])
const Numeric = v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number))])
const Flag = v.union([
  v.pipe(v.union([v.picklist(['Y', '1', 1]), v.literal(true)]), v.transform(() => true)),
  v.pipe(v.picklist(['N', '0', 0]), v.transform(() => false)),
])
const Reference = v.custom<SetReference>(value => typeof value === 'string' && /^[a-z][a-z0-9_]*@\d+$/.test(value))
const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/), v.transform(text => text.slice(0, 10)))

/** The field's value; nothing where the field is empty or holds what we never write. */
function read<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | undefined {
  if (v.is(Empty, raw)) return undefined
  const parsed = v.safeParse(schema, raw)
  return parsed.success ? parsed.output : undefined
}

/** Reads the fields of an item as `crm.item.get` gives them with `useOriginalUfNames`. */
export function readQualification(item: Readonly<Record<string, unknown>>, map: FieldMap): QualificationFields {
  const { results } = map
  const answers = Object.fromEntries(Object.entries(map.answers).flatMap(([question, field]) => {
    const id = read(Numeric, item[field])
    const choice = id === undefined ? undefined : keyOfItem(map.choices[question] ?? {}, id)
    return choice === undefined ? [] : [[question, choice]]
  }))
  const text = (field: string) => read(v.string(), item[field])
  const number = (field: string) => read(Numeric, item[field])
  const classItem = number(results.class)
  const reasonItem = number(results.reason)
  const optional = {
    code: text(results.code),
    class: classItem === undefined ? undefined : keyOfItem(map.classes, classItem),
    coefficient: number(results.coefficient),
    purchaseDate: read(Day, item[results.purchaseDate]),
    nextTouch: text(results.nextTouch),
    reason: reasonItem === undefined ? undefined : keyOfItem(map.reasons, reasonItem),
    set: read(Reference, item[results.set]),
    qualifiedAt: text(results.qualifiedAt),
    qualifiedBy: number(results.qualifiedBy),
    run: text(results.run),
  }
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<QualificationFields>
  return { ...known, answers, important: read(Flag, item[results.important]) ?? false }
}

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
