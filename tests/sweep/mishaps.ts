/** What can go wrong at a step, and how it is made to. */
import { convertLead } from '../../emulator/conversion.ts'
import { LEAD } from '../../emulator/entities.ts'
import type { UserName } from '../../emulator/entities.ts'
import type { CallFault, RequestFault, When } from '../../emulator/faults.ts'
import { findMethod } from '../../emulator/methods/registry.ts'
import type { Portal } from '../../emulator/portal.ts'
import { contextOf } from '../../emulator/rest/dispatch.ts'
import type { Params } from '../../emulator/rest/params.ts'
import { ALL_SCOPES } from '../../emulator/tokens.ts'
import { LEAD as LEAD_ID } from './end-state.ts'
import type { Moment } from './wire.ts'

/** A request, or with a number a command of it, counted from opening the tab on. */
export interface Step {
  readonly request: number
  readonly command: number
  readonly method: string
}

/** What somebody else does, once. */
export interface Deed {
  readonly name: string
  /** Changes what the flow itself would write, so that nothing else can be expected of the lead. */
  readonly ends?: true
  /** What an undo would write has no place any more: it is refused as a whole, and given up. */
  readonly refuses?: true
  do(portal: Portal): void
}

export type Mishap =
  | { readonly kind: 'fault'; readonly fault: CallFault | RequestFault; readonly when: When; readonly times: number; readonly field?: string }
  /** The connection breaks, and the request arrives when all else is over. */
  | { readonly kind: 'held' }
  /** The tab is closed: before its request leaves, or before the answer is there. */
  | { readonly kind: 'closed'; readonly when: When }
  | { readonly kind: 'deed'; readonly deed: Deed; readonly when: When }

export interface PlacedMishap {
  readonly step: Step
  readonly mishap: Mishap
}

const WHENS: readonly When[] = ['before', 'after']
/** They change the shape of a call, its answer, or when and how often it runs: before and after are the same. */
const SHAPING: readonly string[] = ['no-time', 'drop-field', 'stale', 'twice', 'late']

const CALL_FAULTS: readonly CallFault[] = ['403', '429', '500', 'no-result', 'empty', 'stale', 'drop-field']
const REQUEST_FAULTS: readonly RequestFault[] = ['401', '503', 'cut', 'hang', 'slow', 'html', 'no-time', 'no-cors', 'twice', 'late']
/** As long as somebody waits for them: longer than the app repeats by itself. */
const LASTING: readonly RequestFault[] = ['401', '503', 'cut', 'html']
const MANY = 5

function faults(kinds: readonly (CallFault | RequestFault)[], times = 1): readonly Mishap[] {
  return kinds.flatMap(fault => SHAPING.includes(fault)
    ? [{ kind: 'fault' as const, fault, when: 'before' as const, times }]
    : WHENS.map(when => ({ kind: 'fault' as const, fault, when, times })))
}

export const REQUEST_MISHAPS: readonly Mishap[] = [
  ...faults(REQUEST_FAULTS), ...faults(LASTING, MANY), { kind: 'held' }, { kind: 'closed', when: 'before' }, { kind: 'closed', when: 'after' },
]
export const CALL_MISHAPS: readonly Mishap[] = faults(CALL_FAULTS)

/** One call of somebody else, past the wire: it is in no log and meets no faults. */
function call(portal: Portal, user: UserName, name: string, params: Params): unknown {
  const owner = portal.store.user(user)
  const method = findMethod(name)
  if (!owner || !method) throw new Error(`${user} cannot call ${name}`)
  const access = { userId: owner.id, scopes: new Set<string>(ALL_SCOPES), application: true }
  return method.handler(params, contextOf(portal, owner, access, params))
}

function write(fields: Params): Deed['do'] {
  return (portal) => { call(portal, 'head', 'crm.item.update', { entityTypeId: LEAD, id: LEAD_ID, useOriginalUfNames: 'Y', fields }) }
}

/** The to-do of ours that is open. */
function ourTodo(portal: Portal): number | undefined {
  return portal.store.state.activities.all().find(one => one.ownerId === LEAD_ID && !one.completed && one.description.includes('Triple A'))?.id
}

export const DEEDS: readonly Deed[] = [
  { name: 'stage moved', do: write({ stageId: 'IN_PROCESS' }) },
  { name: 'renamed', do: write({ title: 'Другое имя' }) },
  { name: 'sum changed', do: write({ opportunity: 777, isManualOpportunity: 'Y' }) },
  { name: 'comment of a colleague', do(portal) { call(portal, 'head', 'crm.timeline.comment.add', { fields: { ENTITY_ID: LEAD_ID, ENTITY_TYPE: 'lead', COMMENT: 'theirs' } }) } },
  { name: 'to-do of a colleague', do(portal) { call(portal, 'head', 'crm.activity.todo.add', { ownerTypeId: LEAD, ownerId: LEAD_ID, deadline: '2026-07-01T12:00:00+03:00', title: 'theirs', description: 'theirs', responsibleId: 3 }) } },
  { name: 'converted', do(portal) {
    const user = portal.store.user('head')
    const lead = portal.store.state.items[LEAD].get(LEAD_ID)
    if (user && lead) convertLead(contextOf(portal, user, { userId: user.id, scopes: new Set<string>(ALL_SCOPES), application: false }, {}), lead)
  } },
  { name: 'our to-do done', do(portal) {
    const id = ourTodo(portal)
    if (id !== undefined) call(portal, 'head', 'crm.activity.update', { id, fields: { COMPLETED: 'Y' } })
  } },
  { name: 'our to-do removed', do(portal) {
    const id = ourTodo(portal)
    if (id !== undefined) call(portal, 'head', 'crm.activity.delete', { id })
  } },
  { name: 'token expired', do(portal) { portal.tokens.expireAll() } },
  { name: 'list item gone', refuses: true, do(portal) {
    const field = portal.store.state.userFields.all().find(({ name }) => name === 'UF_CRM_ABC_NEED')
    const item = field?.list.find(({ xmlId }) => xmlId === 'ABC_NEED_YES')
    if (field && item) call(portal, 'admin', 'crm.lead.userfield.update', { id: field.id, fields: { LIST: { [item.id]: { ID: item.id, DEL: 'Y' } } } })
  } },
  { name: 'lead deleted', ends: true, do(portal) { if (portal.store.state.items[LEAD].get(LEAD_ID)) call(portal, 'admin', 'crm.item.delete', { entityTypeId: LEAD, id: LEAD_ID }) } },
]

export function nameOfMishap(mishap: Mishap): string {
  switch (mishap.kind) {
    case 'fault': return [mishap.fault, ...SHAPING.includes(mishap.fault) ? [] : [mishap.when], ...mishap.field === undefined ? [] : [mishap.field], ...mishap.times > 1 ? [`${mishap.times} times`] : []].join(' ')
    case 'held': return 'arrives at last'
    case 'closed': return `tab closed ${mishap.when}`
    case 'deed': return `${mishap.deed.name} ${mishap.when}`
  }
}

export function nameOfStep({ request, command, method }: Step): string {
  return command === 0 ? `request ${request}` : `${request}.${command} ${method}`
}

/** Is this the moment at which it happens? */
export function isDue({ step, mishap }: PlacedMishap, { when, request, command }: Moment): boolean {
  const times = mishap.kind === 'fault' ? mishap.times : 1
  if (request < step.request || request >= step.request + times || command !== step.command) return false
  switch (mishap.kind) {
    case 'held': return when === 'sent'
    case 'fault': return when === (command === 0 ? 'sent' : SHAPING.includes(mishap.fault) ? 'before' : mishap.when)
    case 'closed':
    case 'deed': return when === (command === 0 ? (mishap.when === 'before' ? 'sent' : 'answered') : mishap.when)
  }
}
