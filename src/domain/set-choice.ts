/** Which of several sets in force a lead gets: the first rule that fits, else the first set. */
import type { Money } from './potential.ts'
import type { QuestionSet } from './question-set.ts'

/** Half-open `[from, to)` in this currency; an amount in another one never fits. */
export interface AmountRange {
  readonly from: number
  readonly to: number | null
  /** ISO 4217. */
  readonly currency: string
}

/** What is asked of a lead; all that is named must hold, what is left out may be anything. */
export interface SetCondition {
  /** Codes of the portal's sources; one of them. */
  readonly source?: readonly string[]
  readonly amount?: AmountRange
  /** A client who bought before, or one who did not. */
  readonly repeat?: boolean
  /** A lead field by its code, and the values of which it must have one, as the portal writes them. */
  readonly field?: { readonly code: string; readonly values: readonly string[] }
}

export interface SetRule {
  /** Id of a set in force. */
  readonly set: string
  readonly when: SetCondition
}

/** What is known of a lead before it is qualified. */
export interface LeadTraits {
  /** Code of the source; empty when the lead has none. */
  readonly source: string
  readonly opportunity?: Money
  readonly repeatClient: boolean
  /** Values by field code, as texts; several where the field takes several. */
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/** An amount of 0 is one that nobody has named. */
function fitsAmount({ from, to, currency }: AmountRange, money: Money | undefined): boolean {
  return money !== undefined && money.amount > 0 && money.currency === currency && money.amount >= from && (to === null || money.amount < to)
}

function fitsLead({ source, amount, repeat, field }: SetCondition, lead: LeadTraits): boolean {
  const values = field && Object.hasOwn(lead.fields, field.code) ? lead.fields[field.code] ?? [] : []
  return (source === undefined || source.includes(lead.source))
    && (amount === undefined || fitsAmount(amount, lead.opportunity))
    && (repeat === undefined || repeat === lead.repeatClient)
    && (field === undefined || field.values.some(value => values.includes(value)))
}

/** The set of the first rule that fits the lead and names a set in force, else the first set in force. */
export function chooseSet(rules: readonly SetRule[], inForce: readonly QuestionSet[], lead: LeadTraits): QuestionSet | undefined {
  for (const rule of rules) {
    const set = inForce.find(each => each.id === rule.set)
    if (set !== undefined && fitsLead(rule.when, lead)) return set
  }
  return inForce[0]
}

/**
 * What is wrong with a rule: its set is not in force; it asks nothing, so that every lead fits; it asks what no lead has; or an earlier
 * one, at the index `by`, takes all that it would.
 */
export type SetRuleFinding = { readonly index: number } & (
  | { readonly kind: 'unknown-set'; readonly set: string }
  | { readonly kind: 'asks-nothing' | 'fits-nobody' }
  | { readonly kind: 'never-reached'; readonly by: number }
)

function fitsNobody({ source, amount, field }: SetCondition): boolean {
  return source?.length === 0 || field?.values.length === 0 || (amount !== undefined && amount.to !== null && amount.to <= amount.from)
}

function within<T>(inner: readonly T[], outer: readonly T[]): boolean {
  return inner.every(each => outer.includes(each))
}

/** Does every lead that fits the narrow condition fit the broad one? */
function covers(broad: SetCondition, narrow: SetCondition): boolean {
  const { source, amount, repeat, field } = broad
  return (source === undefined || (narrow.source !== undefined && within(narrow.source, source)))
    && (amount === undefined || (narrow.amount !== undefined && narrow.amount.currency === amount.currency && narrow.amount.from >= amount.from
      && (amount.to === null || (narrow.amount.to !== null && narrow.amount.to <= amount.to))))
    && (repeat === undefined || narrow.repeat === repeat)
    && (field === undefined || (narrow.field?.code === field.code && within(narrow.field.values, field.values)))
}

/** Examines the rules; each has at most one finding, the gravest. */
export function examineRules(rules: readonly SetRule[], inForce: readonly Pick<QuestionSet, 'id'>[]): readonly SetRuleFinding[] {
  const known = (rule: SetRule) => inForce.some(set => set.id === rule.set)
  return rules.flatMap((rule, index): readonly SetRuleFinding[] => {
    if (!known(rule)) return [{ kind: 'unknown-set', index, set: rule.set }]
    if (fitsNobody(rule.when)) return [{ kind: 'fits-nobody', index }]
    const by = rules.findIndex((earlier, at) => at < index && known(earlier) && covers(earlier.when, rule.when))
    if (by >= 0) return [{ kind: 'never-reached', index, by }]
    return Object.keys(rule.when).length === 0 ? [{ kind: 'asks-nothing', index }] : []
  })
}
