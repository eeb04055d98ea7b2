/** The portal's side of a journey: what it keeps, what it was asked, what others do to it meanwhile. */
import { LEAD, type FieldValue, type UserName } from '../../emulator/entities.ts'
import type { LogEntry } from '../../emulator/log.ts'
import type { Stand } from '../../scripts/stand.ts'

/** A lead's values by wire name; items of lists in their words. */
export function storedLead({ portal: { store: { state } } }: Stand, id: number): Readonly<Record<string, FieldValue>> {
  const lead = state.items[LEAD].get(id)
  if (!lead) throw new Error(`the portal has no lead ${id}`)
  const lists = new Map(state.userFields.all().map(field => [field.name, field.list]))
  return Object.fromEntries(Object.entries(lead.values).map(([name, value]) =>
    [name, lists.get(name)?.find(item => item.id === value)?.value ?? value]))
}

export function commentsOf({ portal: { store: { state } } }: Stand, id: number): readonly string[] {
  return state.comments.all().filter(one => one.entityId === id).map(one => one.text)
}

/** To-dos that are not done yet. */
export function todosOf({ portal: { store: { state } } }: Stand, id: number) {
  return state.activities.all().filter(one => one.ownerTypeId === LEAD && one.ownerId === id && !one.completed)
}

export function noticesTo({ portal: { store } }: Stand, user: UserName): readonly string[] {
  return store.state.notices.all().filter(one => one.userId === store.user(user)?.id).map(one => one.message)
}

/** The draft of a lead that the portal keeps for a user; an empty text when it was written and cleared. */
export function farDraft(stand: Stand, user: UserName, lead: number): unknown {
  const { store } = stand.portal
  return store.userOptions(store.user(user)?.id ?? 0)[`d.${lead}`]
}

function isDraft({ method, commands }: LogEntry): boolean {
  return (method === 'batch' ? commands : [method]).every(command => command === 'user.option.set')
}

/** REST requests of a user since the reset, those that only keep a draft apart. */
export function requestsOf(stand: Stand, user: UserName): { readonly all: readonly LogEntry[]; readonly drafts: readonly LogEntry[] } {
  const own = stand.portal.portal.log.entries().filter(entry => entry.user === user)
  return { all: own.filter(entry => !isDraft(entry)), drafts: own.filter(isDraft) }
}

/** One REST request by someone else, past the app. */
export async function callAs(stand: Stand, user: UserName, method: string, params: Readonly<Record<string, unknown>>): Promise<unknown> {
  const token = stand.portal.portal.tokens.issue(stand.portal.store.user(user) ?? missing(user)).AUTH_ID
  const answer = await fetch(`${stand.portalUrl}/rest/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...params, auth: token }),
  })
  if (!answer.ok) throw new Error(`${method}: ${await answer.text()}`)
  return answer.json()
}

function missing(user: UserName): never {
  throw new Error(`the portal has nobody called ${user}`)
}

/** Renames a lead as its own card would. */
export async function rename(stand: Stand, id: number, title: string, user: UserName = 'admin'): Promise<void> {
  await callAs(stand, user, 'crm.item.update', { entityTypeId: LEAD, id, fields: { title } })
}

export interface Fault {
  readonly method: string
  readonly kind: '401' | '403' | '500' | '503' | 'cut' | 'hang' | 'slow' | 'drop-field'
  readonly when?: 'before' | 'after'
  readonly times?: number
  readonly field?: string
}

/** Arms faults of the portal; those armed before are gone. */
export async function arm(stand: Stand, ...faults: readonly Fault[]): Promise<void> {
  const answer = await fetch(`${stand.portalUrl}/emulator/faults`, { method: 'POST', body: JSON.stringify(faults) })
  if (!answer.ok) throw new Error(await answer.text())
}
