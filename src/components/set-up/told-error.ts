/** Errors of a portal and entries that cannot be read, in words for administrators. */
import type { SetUpWords } from '../../i18n/set-up-words.ts'
import type { ItemProblem } from '../../stores/setting-up.ts'

type Words = SetUpWords['errors']
type PortalError = Extract<ItemProblem, { kind: 'portal' }>['error']

/** What happened, and what next: for a missing right, whose right it is, as it is not the administrator's who asks. */
export function toldError({ kind, method }: PortalError, { kinds, rights }: Words, isAdmin: boolean): { readonly what: string; readonly next: string } {
  const { what, next } = kinds[kind]
  const right = isAdmin ? rights.admin : method.startsWith('crm.') ? rights.crm : rights.portal
  return { what, next: kind === 'not-allowed' ? right : kind === 'no-result' ? `${next} ${right}` : next }
}

/** `entry`: the name of an option, or the reference of a version on the shelf. */
export function toldEntry(entry: string, isNewer: boolean, { entries }: Words): string {
  if (isNewer) return entries.newer(entry)
  if (entry.includes('@')) return entries.version(entry)
  if (entry === 'stages') return entries.stages(entry)
  return entry.startsWith('set.') ? entries.set(entry) : entries.app(entry)
}
