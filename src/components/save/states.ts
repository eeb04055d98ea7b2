/** What the stores say, by name. */
import type { Saving, useSaving } from '../../stores/saving.ts'

export type SaveReport = Extract<Saving, { state: 'partly' }>['report']
export type PortalError = Extract<Saving, { state: 'unread' }>['error']
/** A save that wrote nothing, or of which nobody knows. */
export type Failure = Extract<Saving, { state: 'unread' | 'refused' | 'unsure' | 'unmapped' }>
/** What a field of the lead holds. */
export type FieldHolder = Extract<Extract<Saving, { state: 'refused' }>['refusal'], { kind: 'required' }>['fields'][number]

type Save = ReturnType<typeof useSaving>['save']
/** The words that a save sends to the portal. */
export type SaveTexts = ReturnType<Parameters<Save>[0]>
