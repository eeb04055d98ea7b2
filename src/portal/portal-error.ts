/** The portal's codes and the SDK's exceptions in our words. */
import type { PortalError, PortalErrorKind } from './portal.ts'

/** Codes of `_includes/system-errors.md` and of the methods used; the HTTP status decides where the code is not here. */
const KIND_BY_CODE: Readonly<Record<string, PortalErrorKind>> = {
  INVALID_CREDENTIALS: 'not-allowed',
  user_access_error: 'no-access',
  AccessException: 'not-allowed',
  allowed_only_intranet_user: 'not-allowed',
  WRONG_AUTH_TYPE: 'not-allowed',
  insufficient_scope: 'missing-scope',
  ERROR_METHOD_NOT_FOUND: 'missing-scope',
  NOT_FOUND: 'not-found',
  OWNER_NOT_FOUND: 'not-found',
  ERROR_NOT_FOUND: 'not-found',
  ERROR_ENTITY_NOT_FOUND: 'not-found',
  QUERY_LIMIT_EXCEEDED: 'busy',
  OPERATION_TIME_LIMIT: 'busy',
  OVERLOAD_LIMIT: 'busy',
}

function kindOf(code: string, status: number, message: string): PortalErrorKind {
  // a card that does not renew the token leaves the SDK with an error of its own, which names its method
  if (message.includes('refreshAuth')) return 'expired'
  // ACCESS_DENIED is a missing right with 400 and a plan without REST with 403
  if (code === 'ACCESS_DENIED') return status === 403 ? 'no-rest' : 'not-allowed'
  const kind = Object.hasOwn(KIND_BY_CODE, code) ? KIND_BY_CODE[code] : undefined
  if (kind !== undefined) return kind
  if (status === 401) return 'expired'
  if (status === 429 || status === 503) return 'busy'
  // 0 is no answer, 408 the SDK's own limit
  return status === 0 || status === 408 || status >= 500 ? 'unreachable' : 'refused'
}

function read(error: object, key: string): unknown {
  return key in error ? Reflect.get(error, key) : undefined
}

/** Turns whatever the SDK threw or returned as an error into ours. Nothing of the request is kept: it carries the token. */
export function toPortalError(error: unknown, method: string): PortalError {
  if (typeof error !== 'object' || error === null) return { kind: 'unreachable', method, code: '', description: '' }
  const code = read(error, 'code')
  const status = read(error, 'status')
  const message = read(error, 'message')
  const codeText = typeof code === 'string' ? code : ''
  const description = typeof message === 'string' ? message : ''
  return { kind: kindOf(codeText, typeof status === 'number' ? status : 0, description), method, code: codeText, description }
}
