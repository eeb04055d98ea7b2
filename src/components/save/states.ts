/** What the stores say, by name. */
import type { useQueue } from '../../stores/queue.ts'
import type { Saving } from '../../stores/saving-state.ts'
import type { Undoing } from '../../stores/undoing.ts'

export type SaveReport = Extract<Saving, { state: 'partly' }>['report']
export type PortalError = Extract<Saving, { state: 'unread' }>['error']
/** A save that wrote nothing. */
export type Failure = Extract<Saving, { state: 'unread' | 'refused' | 'unmapped' }>
/** What a field of the lead holds. */
export type FieldHolder = Extract<Extract<Saving, { state: 'refused' }>['refusal'], { kind: 'required' }>['fields'][number]

export type UndoReport = Extract<Undoing, { state: 'undone' }>['report']
export type Waiting = NonNullable<ReturnType<typeof useQueue>['own']>

export type ConflictCause = Extract<Saving, { state: 'conflict' }>['cause']

export type { SaveTexts } from '../../stores/planned-write.ts'
