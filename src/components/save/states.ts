/** What the store says of a save, by name. */
import type { Saving, useSaving } from '../../stores/saving.ts'

export type SaveReport = Extract<Saving, { state: 'partly' }>['report']
export type PortalError = Extract<Saving, { state: 'unread' }>['error']

type Save = ReturnType<typeof useSaving>['save']
/** The words that a save sends to the portal. */
export type SaveTexts = ReturnType<Parameters<Save>[0]>
