import { COMPANY, CONTACT, DEAL, LEAD, type Activity, type CrmItem, type ProductRow } from '../entities.ts'
import { Rows } from '../rows.ts'
import type { PortalState, SeedOptions } from '../store.ts'
import { seedCompanies, seedContacts, seedDeals } from './clients.ts'
import { seedStatuses } from './directories.ts'
import { FIRST_LEADS } from './first-leads.ts'
import { laterLead } from './later-leads.ts'
import { draftedLead, type LeadDraft } from './lead-draft.ts'
import { DEPARTMENTS, USERS } from './people.ts'
import { createRandom } from './random.ts'

const HOUR = 3_600_000

/** A fresh portal. Equal options give equal portals; a bigger one begins with the leads of a smaller one. */
export function fillPortal({ leads, seed, now }: SeedOptions): PortalState {
  const counters = new Map<string, number>()
  const next = (kind: string): number => {
    const id = (counters.get(kind) ?? 0) + 1
    counters.set(kind, id)
    return id
  }
  const state: PortalState = {
    users: USERS,
    departments: DEPARTMENTS,
    items: { [LEAD]: new Rows<CrmItem>(), [DEAL]: new Rows<CrmItem>(), [CONTACT]: new Rows<CrmItem>(), [COMPANY]: new Rows<CrmItem>() },
    productRows: new Map(),
    activities: new Rows(),
    comments: new Rows(),
    notices: new Rows(),
    userFields: new Rows(),
    statuses: new Rows(),
    stageMoves: new Rows(),
    placements: new Rows(),
    storages: new Map(),
    cardLayouts: new Map(),
    appOptions: new Map(),
    userOptions: new Map(),
    triggers: [],
    counters,
  }
  const multi = (): number => next('fm')

  for (const status of seedStatuses()) state.statuses.put({ ...status, id: next('status') })
  for (const company of seedCompanies(now, multi)) state.items[COMPANY].put({ ...company, id: next('item4') })
  for (const contact of seedContacts(now, multi)) state.items[CONTACT].put({ ...contact, id: next('item3') })

  for (const deal of seedDeals(now, leads)) state.items[DEAL].put({ ...deal, id: next('item2') })

  const random = createRandom(seed)
  const known: string[] = []
  for (let at = 0; at < leads; at += 1) {
    const draft = FIRST_LEADS[at] ?? laterLead(at + 1, random, known)
    const lead = state.items[LEAD].put(draftedLead(next('item1'), draft, now, multi))
    addHistory(state, lead, next)
    addTodo(state, lead, draft, now, next)
    addProducts(state, lead, draft, next)
  }
  return state
}

function addHistory(state: PortalState, lead: CrmItem, next: (kind: string) => number): void {
  const { createdTime, movedTime, stageId, stageSemanticId } = lead.values
  if (typeof createdTime !== 'number' || typeof movedTime !== 'number' || typeof stageId !== 'string') return
  const common = { entityTypeId: lead.entityTypeId, ownerId: lead.id }
  state.stageMoves.put({ ...common, id: next('stageMove'), typeId: 1, created: createdTime, stageId: 'NEW', semantics: 'P' })
  if (stageId === 'NEW') return
  const semantics = stageSemanticId === 'S' || stageSemanticId === 'F' ? stageSemanticId : 'P'
  state.stageMoves.put({ ...common, id: next('stageMove'), typeId: semantics === 'P' ? 2 : 3, created: movedTime, stageId, semantics })
}

function addTodo(state: PortalState, lead: CrmItem, draft: LeadDraft, now: number, next: (kind: string) => number): void {
  if (!draft.todo) return
  const created = Math.floor((now - Math.min(draft.age, 24) * HOUR) / 1000) * 1000
  const activity: Activity = {
    id: next('activity'),
    ownerTypeId: LEAD,
    ownerId: lead.id,
    providerId: 'CRM_TODO',
    providerTypeId: 'TODO',
    typeId: 6,
    subject: draft.todo.subject,
    description: '',
    created,
    updated: created,
    deadline: Math.floor((now + draft.todo.due * HOUR) / 60_000) * 60_000,
    completed: false,
    responsibleId: draft.responsible,
    authorId: draft.responsible,
    editorId: draft.responsible,
    colorId: '',
    pingOffsets: [],
    parentActivityId: null,
  }
  state.activities.put(activity)
}

function addProducts(state: PortalState, lead: CrmItem, draft: LeadDraft, next: (kind: string) => number): void {
  if (!draft.products) return
  const rows: ProductRow[] = draft.products.map(([productName, price, quantity]) => ({ id: next('productRow'), productName, price, quantity }))
  state.productRows.set(`L${lead.id}`, rows)
}
