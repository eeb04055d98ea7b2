/** The permissions that the app's requests need; an administrator ticks them for a local application. */

/** Without these there is no tab, or nothing in it. */
export const NEEDED_SCOPES = ['crm', 'placement'] as const
/** Without each of these the app does a little less. */
export const WANTED_SCOPES = ['user_brief', 'department', 'im', 'entity'] as const

export type NeededScope = (typeof NEEDED_SCOPES)[number]
export type WantedScope = (typeof WANTED_SCOPES)[number]
export type Scope = NeededScope | WantedScope

/** Permissions that hold a smaller one (`api-reference/scopes/permissions.md`). */
const HOLDING: Readonly<Partial<Record<Scope, readonly string[]>>> = { user_brief: ['user', 'user_basic'] }

/** Which of these were not given. `given`: codes as the method `scope` lists them. */
export function scopesMissing<S extends Scope>(scopes: readonly S[], given: readonly string[]): readonly S[] {
  return scopes.filter(scope => ![scope, ...HOLDING[scope] ?? []].some(code => given.includes(code)))
}
