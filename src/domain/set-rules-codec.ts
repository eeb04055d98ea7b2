/** The rules by which a lead gets its set, as a part of the stored settings. */
import * as v from 'valibot'
import { MOST_ENTRIES } from './set-limits.ts'
import { Id, numberIn } from './stored.ts'

const Code = v.pipe(v.string(), v.regex(/^[^]{1,100}$/, '1–100'))
const Amount = numberIn(0, Number.MAX_VALUE)
const list = <T>(item: v.GenericSchema<unknown, T>) => v.pipe(v.array(item), v.maxLength(MOST_ENTRIES), v.readonly())

/** A list of `SetRule`; its form only, what it means is the matter of `examineRules`. */
export const StoredSetRules = list(v.strictObject({
  set: Id,
  when: v.strictObject({
    source: v.exactOptional(list(Code)),
    amount: v.exactOptional(v.strictObject({
      from: Amount, to: v.nullable(Amount), currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'ISO 4217')),
    })),
    repeat: v.exactOptional(v.boolean()),
    field: v.exactOptional(v.strictObject({ code: Code, values: list(v.pipe(v.string(), v.maxLength(1000))) })),
  }),
}))
