import { describe, expect, it } from 'vitest'
import { toPortalError } from '../../src/portal/portal-error.ts'

function thrown(code: string, status: number, message = 'words of the portal') {
  return Object.assign(new Error(message), { code, status })
}

describe('an error of the portal', () => {
  it.each([
    ['ACCESS_DENIED', 400, 'not-allowed'],
    ['ACCESS_DENIED', 403, 'no-rest'],
    ['AccessException', 400, 'not-allowed'],
    ['INVALID_CREDENTIALS', 403, 'not-allowed'],
    ['user_access_error', 403, 'no-access'],
    ['insufficient_scope', 403, 'missing-scope'],
    ['ERROR_METHOD_NOT_FOUND', 404, 'missing-scope'],
    ['NOT_FOUND', 400, 'not-found'],
    ['OWNER_NOT_FOUND', 400, 'not-found'],
    ['QUERY_LIMIT_EXCEEDED', 503, 'busy'],
    ['OPERATION_TIME_LIMIT', 429, 'busy'],
    ['SOMETHING_NEW', 503, 'busy'],
    ['SOMETHING_NEW', 429, 'busy'],
    ['expired_token', 401, 'expired'],
    ['REQUEST_TIMEOUT', 408, 'unreachable'],
    ['NO_AUTH_FOUND', 401, 'expired'],
    ['NETWORK_ERROR', 0, 'unreachable'],
    ['INTERNAL_SERVER_ERROR', 500, 'unreachable'],
    ['SOMETHING_NEW', 0, 'unreachable'],
    ['WRONG_DATETIME_FORMAT', 400, 'refused'],
    ['CRM_FIELD_ERROR_VALUE_NOT_VALID', 400, 'refused'],
    ['toString', 400, 'refused'],
  ])('%s with HTTP %i is %s', (code, status, kind) => {
    expect(toPortalError(thrown(code, status), 'crm.item.get')).toEqual({ kind, method: 'crm.item.get', code, description: 'words of the portal' })
  })

  it('of the SDK itself about a token that the card did not renew is an ended session', () => {
    expect(toPortalError(thrown('JSSDK_UNKNOWN_ERROR', 0, 'refreshAuth: the parent window did not answer within 10000ms'), 'batch').kind).toBe('expired')
  })

  it.each([undefined, null, 'text', 5, {}, new Error('lost')])('that is none of the SDK’s (%s) is no answer', (error) => {
    expect(toPortalError(error, 'batch')).toMatchObject({ kind: 'unreachable', code: '' })
  })

  it('keeps nothing of the request, which carries the token', () => {
    const error = Object.assign(thrown('NOT_FOUND', 400), { requestInfo: { params: { auth: 'secret' } }, originalError: new Error('secret') })
    expect(JSON.stringify(toPortalError(error, 'crm.item.get'))).not.toContain('secret')
  })
})
