/** Which of several sets a lead is asked by: the one of the draft, else the one by which it was qualified, else the one that the rules give it. */
import * as v from 'valibot'
import { usableDraft } from '../domain/draft.ts'
import type { Draft } from '../domain/draft.ts'
import { answeredAhead } from './answered-ahead.ts'
import type { Found } from './installation.ts'
import { readLead } from './lead.ts'
import type { LeadCard } from './lead.ts'
import { openingCommands } from './open-lead.ts'
import { readMe } from './people.ts'
import type { Reply } from './portal.ts'
import { setOfLead } from './set-of-lead.ts'

const Item = v.object({ item: v.record(v.string(), v.unknown()) })

function draftedBy(card: LeadCard, me: Reply, drafts: (user: number) => readonly Draft[]): string | undefined {
  const user = me.ok ? readMe(me.value)?.id : undefined
  return user === undefined ? undefined : usableDraft(drafts(user), user, card.record.fields)?.set
}

/**
 * The same installation with the lead's set first, and the portal with what it told of the lead. A lead that cannot be read,
 * or rules that cannot, leave the order as it is: opening the lead says what is wrong with it.
 * `drafts`: those of a user for this lead.
 */
export async function chooseSetFor(lead: number, found: Found, drafts: (user: number) => readonly Draft[]): Promise<Found> {
  const { installation, portal } = found
  const { fields, sets } = installation
  const opening = openingCommands(lead, fields.results.qualifiedBy)
  const sent = await portal.send(opening, { halt: false, waitFor: ['lead', 'me'] })
  if (!sent.ok) return found
  const asked = { installation, portal: answeredAhead(portal, opening, sent.value) }
  const reply = sent.value.lead
  const card = reply.ok ? readLead(reply.value, fields, undefined) : reply
  const raw = reply.ok ? v.safeParse(Item, reply.value) : undefined
  if (!card.ok || raw?.success !== true) return asked
  const drafted = draftedBy(card.value, sent.value.me, drafts)?.split('@', 1)[0]
  const chosen = sets.find(({ id }) => id === drafted) ?? setOfLead(card.value, raw.output.item, installation)
  return chosen ? { ...asked, installation: { ...installation, sets: [chosen, ...sets.filter(set => set !== chosen)] } } : asked
}
