/** The qualification in a lead's user fields: wire values in, our words out. */
import * as v from 'valibot'
import type { QualificationFields } from '../domain/lead.ts'
import { Reference } from '../domain/run.ts'
import { wholeIn } from '../domain/stored.ts'
import { keyOfItem } from './field-map.ts'
import type { FieldMap } from './field-map.ts'

/** Empty user fields come as null, '', false or [] depending on type and method (`api-reference/crm/universal/crm-item-get.md`). */
const Empty = v.union([v.null(), v.undefined(), v.literal(''), v.literal(false), v.pipe(v.array(v.unknown()), v.maxLength(0))])
/** As the journal keeps it: finite, and -0 is the 0 that JSON prints. */
const Numeric = v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number))]), v.finite(), v.transform(value => value + 0))
const UserId = v.pipe(Numeric, wholeIn(1, Number.MAX_SAFE_INTEGER))
const Flag = v.union([
  v.pipe(v.union([v.picklist(['Y', '1', 1]), v.literal(true)]), v.transform(() => true)),
  v.pipe(v.picklist(['N', '0', 0]), v.transform(() => false)),
])
const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/), v.transform(text => text.slice(0, 10)))

/** Characters that are kept of what stands for no choice. */
const LONGEST = 200

/** The field's value; nothing where the field is empty or holds what we never write. */
function read<T>(schema: v.GenericSchema<unknown, T>, raw: unknown): T | undefined {
  if (v.is(Empty, raw)) return undefined
  const parsed = v.safeParse(schema, raw)
  return parsed.success ? parsed.output : undefined
}

/** Reads the fields of an item as `crm.item.get` gives them with `useOriginalUfNames`. */
export function readQualification(item: Readonly<Record<string, unknown>>, map: FieldMap): QualificationFields {
  const { results } = map
  const answers: Record<string, string> = {}
  const strange: Record<string, string> = {}
  for (const [question, field] of Object.entries(map.answers)) {
    const raw = item[field]
    const id = read(Numeric, raw)
    const choice = id === undefined ? undefined : keyOfItem(map.choices[question] ?? {}, id)
    if (choice !== undefined) answers[question] = choice
    else if (map.choices[question] && !v.is(Empty, raw)) strange[question] = (typeof raw === 'string' ? raw : JSON.stringify(raw)).slice(0, LONGEST)
  }
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
    qualifiedBy: read(UserId, item[results.qualifiedBy]),
    run: text(results.run),
  }
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as Partial<QualificationFields>
  return { ...known, answers, ...(Object.keys(strange).length > 0 && { strange }), important: read(Flag, item[results.important]) ?? false }
}
