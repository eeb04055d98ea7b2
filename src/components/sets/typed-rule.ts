/** A rule by which a lead gets its set, as it is typed. */
import type { QuestionSet } from '../../domain/question-set.ts'
import type { SetRule } from '../../domain/set-choice.ts'

export interface TypedRule {
  /** To tell rows apart while they move. */
  readonly key: number
  readonly set: string
  readonly sources: readonly string[]
  readonly from: string
  readonly to: string
  /** That of the stored sums; nothing takes that of the set. */
  readonly currency: string | undefined
  readonly repeat: 'any' | 'yes' | 'no'
  readonly field: string
  /** With commas. */
  readonly values: string
}

export function typedRule({ set, when: { source = [], amount, repeat, field } }: SetRule, key: number): TypedRule {
  return {
    key, set, sources: source,
    from: amount && amount.from > 0 ? String(amount.from) : '',
    to: amount === undefined || amount.to === null ? '' : String(amount.to),
    currency: amount?.currency,
    repeat: repeat === undefined ? 'any' : repeat ? 'yes' : 'no',
    field: field?.code ?? '',
    values: field?.values.join(', ') ?? '',
  }
}

/** A sum as people type it; nothing where it is none. */
export function readSum(text: string): number | undefined {
  const digits = text.replace(/[\s\u00a0_]/g, '').replace(',', '.')
  return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : undefined
}

/** The rule that was typed; nothing while one of its sums is no number. */
export function ruleOf({ set, sources, from, to, currency, repeat, field, values }: TypedRule, sets: readonly QuestionSet[]): SetRule | undefined {
  const [least, most] = [from, to].map(text => text.trim() === '' ? null : readSum(text))
  if (least === undefined || most === undefined) return undefined
  const ofSet = sets.find(({ id }) => id === set)?.currency ?? 'RUB'
  const code = field.trim()
  return { set, when: {
    ...(sources.length > 0 && { source: sources }),
    ...((least !== null || most !== null) && { amount: { from: least ?? 0, to: most, currency: currency ?? ofSet } }),
    ...(repeat !== 'any' && { repeat: repeat === 'yes' }),
    ...(code !== '' && { field: { code, values: values.split(',').map(value => value.trim()).filter(value => value !== '') } }),
  } }
}
