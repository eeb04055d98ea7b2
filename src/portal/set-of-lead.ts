/** Which set a lead is asked by, from what the portal tells of it. */
import { chooseSet } from '../domain/set-choice.ts'
import type { LeadTraits } from '../domain/set-choice.ts'
import type { QuestionSet } from '../domain/question-set.ts'
import type { LeadCard } from './lead.ts'
import type { Installation } from './options.ts'
import { readSetRules } from './sets/read-set-rules.ts'

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}

function traitsOf(card: LeadCard, item: Readonly<Record<string, unknown>>): LeadTraits {
  const { opportunity } = card.record
  return {
    source: card.source,
    ...(opportunity && { opportunity }),
    repeatClient: card.repeatClient,
    fields: Object.fromEntries(Object.entries(item).map(([code, value]) => [code, textsOf(value)])),
  }
}

/**
 * The one by which the lead was qualified or its form asked, else the one that the rules give it; nothing where there is none, or
 * where the rules cannot be read. `item`: the lead as `crm.item.get` or `crm.item.list` give it, user fields by their own names.
 */
export function setOfLead(card: LeadCard, item: Readonly<Record<string, unknown>>, { settings, sets }: Installation): QuestionSet | undefined {
  const asked = card.record.fields.set?.split('@', 1)[0]
  const rules = readSetRules(settings)
  return sets.find(({ id }) => id === asked) ?? chooseSet(rules.ok ? rules.value : [], sets, traitsOf(card, item))
}
