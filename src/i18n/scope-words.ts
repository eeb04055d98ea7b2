/** The permission of the app that a method needs, in words. */
import type { PortalError } from '../portal/portal.ts'
import type { Messages } from './words.ts'

type Scopes = Messages['problem']['scopes']

/** A method's first part is its permission (`scope` on each method's page); options and `batch` need none. */
function scopeOf({ kind, method }: PortalError, scopes: Scopes): keyof Scopes | undefined {
  const family = method.split('.', 1)[0] ?? ''
  return kind === 'missing-scope' && !method.startsWith('user.option') && isScope(family, scopes) ? family : undefined
}

function isScope(family: string, scopes: Scopes): family is keyof Scopes {
  return Object.hasOwn(scopes, family)
}

/** What an administrator must tick; nothing where it is not known, or where no permission is missing. */
export function scopeNeeded(error: PortalError, { problem }: Pick<Messages, 'problem'>): string | undefined {
  const scope = scopeOf(error, problem.scopes)
  return scope && problem.scopeNeeded(problem.scopes[scope], scope)
}

/** The names of the permissions that these errors tell of, each once. */
export function scopesMissing(errors: readonly PortalError[], { problem }: Pick<Messages, 'problem'>): readonly string[] {
  const scopes = new Set(errors.map(error => scopeOf(error, problem.scopes)))
  return [...scopes].flatMap(scope => scope === undefined ? [] : [`${problem.scopes[scope]} (${scope})`])
}
