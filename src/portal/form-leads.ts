/** Leads that a CRM form made or wrote into, with answers, and that nobody has qualified. */
import * as v from 'valibot'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { parseRun } from '../domain/run.ts'
import { LEAD_TYPE } from './activities.ts'
import { decode } from './decode.ts'
import { readLead } from './lead.ts'
import type { LeadCard } from './lead.ts'
import type { Installation } from './options.ts'
import type { Command, Param, Portal, PortalError } from './portal.ts'
import { setOfLead } from './set-of-lead.ts'
import type { QuestionSet } from '../domain/question-set.ts'

export interface FormLead {
  readonly card: LeadCard
  readonly set: QuestionSet
}

export interface FormLeads {
  readonly leads: readonly FormLead[]
  /** There are more on the portal than were read. */
  readonly more: boolean
}

/** Rows of a page (`api-reference/crm/universal/crm-item-list.md`). */
const PAGE = 50
/** Leads that are read at once: what a person looks through before the confirmation. */
export const MOST_FORM_LEADS = 500
/** The same with those that nothing can be written of, so that these do not hide the others. */
const MOST_READ = 4 * MOST_FORM_LEADS

const Page = v.object({ items: v.array(v.looseObject({ id: v.number() })) })

/** By id and without a count, so that sixty thousand other leads cost nothing. */
function pageCommand({ fields }: Installation, after: number): Command {
  const filled: Readonly<Record<string, Param>> = Object.fromEntries(Object.values(fields.answers).map((field, at) => [String(at), { [`!=${field}`]: '' }]))
  return {
    method: 'crm.item.list',
    params: {
      entityTypeId: LEAD_TYPE,
      filter: { '>id': after, '>webformId': 0, stageSemanticId: 'P', [fields.results.code]: '', 0: { logic: 'OR', ...filled } },
      order: { id: 'ASC' },
      start: -1,
      useOriginalUfNames: 'Y',
    },
  }
}

/** Reads them, oldest first, each with the set that it is asked by, until there are enough of use. */
export async function readFormLeads(portal: Portal, installation: Installation, isOfUse: (lead: FormLead) => boolean): Promise<Result<FormLeads, PortalError>> {
  const leads: FormLead[] = []
  let ofUse = 0
  let after = 0
  while (ofUse < MOST_FORM_LEADS && leads.length < MOST_READ) {
    const sent = await portal.send({ page: pageCommand(installation, after) }, { halt: false })
    if (!sent.ok) return sent
    if (!sent.value.page.ok) return failed(sent.value.page.error)
    const page = decode('crm.item.list', Page, sent.value.page.value)
    if (!page.ok) return page
    for (const item of page.value.items) {
      const card = readLead({ item }, installation.fields, undefined)
      if (!card.ok) return card
      const set = setOfLead(card.value, item, installation) ?? installation.sets[0]
      if (!set) continue
      const lead = { card: card.value, set }
      leads.push(lead)
      if (isOfUse(lead)) ofUse += 1
    }
    const last = page.value.items.at(-1)
    if (last === undefined || page.value.items.length < PAGE) return ok({ leads, more: false })
    after = last.id
  }
  return ok({ leads, more: true })
}

/** Leads of which it is asked at once whose run they hold. */
export const MOST_ASKED = PAGE

/** The ids of the runs that these leads, the first {@link MOST_ASKED} of them, hold by now; one without a readable run is left out. */
export async function readRuns(portal: Portal, { fields: { results } }: Installation, leads: readonly number[]): Promise<Result<ReadonlyMap<number, string>, PortalError>> {
  const list: Command = {
    method: 'crm.item.list',
    params: { entityTypeId: LEAD_TYPE, filter: { '@id': leads.slice(0, MOST_ASKED) }, select: ['id', results.run], start: -1, useOriginalUfNames: 'Y' },
  }
  const sent = await portal.send({ list }, { halt: false })
  if (!sent.ok) return sent
  if (!sent.value.list.ok) return failed(sent.value.list.error)
  const page = decode('crm.item.list', Page, sent.value.list.value)
  if (!page.ok) return page
  return ok(new Map(page.value.items.flatMap(({ id, [results.run]: text }) => {
    const run = parseRun(typeof text === 'string' ? text : '')
    return run.ok ? [[id, run.value.id]] : []
  })))
}
