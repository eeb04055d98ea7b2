/** What all items of the set-up have in common. */
import type { QuestionSet, Text } from '../../domain/question-set.ts'
import type { StageRole } from '../stage-roles.ts'
import type { Command, Portal, PortalError } from '../portal.ts'
import type { Result } from '../../domain/result.ts'
import type { InForceProblem } from '../sets/in-force.ts'
import type { PublishProblem } from './publish.ts'

/** Why sets did not get into force. */
export type SetsProblem = PublishProblem | InForceProblem

/** In the order in which they are done: what comes later may need what comes first. */
export const ITEMS = ['fields', 'class', 'storage', 'placements', 'card', 'sets', 'labels', 'mandatory', 'stages', 'access'] as const
export type ItemKey = (typeof ITEMS)[number]

/** What a portal is ready with. */
export const NEEDED_ITEMS = ['fields', 'class', 'storage', 'placements', 'card', 'sets'] as const satisfies readonly ItemKey[]

/** What an administrator may want beside it. */
export const WISHED_ITEMS = ['labels', 'mandatory', 'stages', 'access'] as const satisfies readonly ItemKey[]

/** What must be there before. */
export const NEEDS: Readonly<Partial<Record<ItemKey, readonly ItemKey[]>>> = { card: ['fields', 'class'], sets: ['fields', 'class'], labels: ['fields', 'class'], mandatory: ['fields'] }

/** A detail of an item, for the screen to say. */
export type Note =
  | { readonly kind: 'field-missing' | 'field-shown'; readonly field: Text }
  | { readonly kind: 'field-taken'; readonly field: Text; readonly code: string; readonly type: string }
  | { readonly kind: 'items-missing' | 'items-lost'; readonly field: Text; readonly items: readonly string[] }
  | { readonly kind: 'item-renamed' | 'item-called'; readonly field: Text; readonly ours: string; readonly now: string }
  | { readonly kind: 'field-used'; readonly field: Text; readonly code: string }
  | { readonly kind: 'storage-missing' | 'properties-missing' | 'tab-missing' | 'tab-old' | 'not-published' | 'map-old' | 'needs-fields' | 'set-gone' }
  | { readonly kind: 'option-unreadable'; readonly option: string; readonly newer: boolean }
  | { readonly kind: 'in-force'; readonly sets: readonly Pick<QuestionSet, 'name' | 'version' | 'defaultLanguage'>[] }
  | { readonly kind: 'section-missing' | 'card-unknown' | 'section-incomplete'; readonly card: 1 | 2 }
  | { readonly kind: 'optional-field' | 'mandatory-field'; readonly field: Text }
  | { readonly kind: 'mandatory-in-vain'; readonly field: string }
  | { readonly kind: 'stage-missing' | 'stage-gone' | 'stage-used'; readonly role: StageRole; readonly stage: string }

/** `by-hand`: no request can tell or do it. `unread`: the portal did not tell. */
export type ItemState = 'there' | 'missing' | 'differs' | 'by-hand' | 'unread'

export interface ItemLook {
  readonly state: ItemState
  readonly notes: readonly Note[]
  /** What would be sent, in this order, each a request of its own. */
  readonly requests: readonly Readonly<Record<string, Command>>[]
  /** Does it where requests alone do not. */
  readonly perform?: (portal: Portal) => Promise<Result<unknown, SetsProblem>>
  /** What takes it back; none where that is not possible or there is nothing to take back. */
  readonly undo?: Readonly<Record<string, Command>>
  readonly error?: PortalError
}

export function unread(error: PortalError): ItemLook {
  return { state: 'unread', notes: [], requests: [], error }
}

/** Who may do it: fields and stages are the CRM's, the rest is the portal's. */
export const DOERS = {
  fields: 'crm-admin', class: 'crm-admin', labels: 'crm-admin', mandatory: 'crm-admin',
  storage: 'admin', placements: 'admin', card: 'admin', sets: 'admin', stages: 'admin', access: 'admin',
} as const satisfies Record<ItemKey, 'admin' | 'crm-admin'>
