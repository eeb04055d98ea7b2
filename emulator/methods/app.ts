import { formatInstant } from '../portal-time.ts'
import type { Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { flagOf, textOf } from '../rest/params.ts'
import { scopesOf } from '../rest/scopes.ts'
import { ALL_SCOPES } from '../tokens.ts'

/** `api-reference/common/system/` */
export const appMethods: Methods = {
  'server.time': (_, { now }) => formatInstant(now),

  'app.info': (_, { portal, access }) => {
    if (!access.application) throw new PortalError(400, 'ACCESS_DENIED', 'Access denied! Application context required')
    return {
      ID: portal.app.id,
      CODE: portal.app.code,
      VERSION: 1,
      STATUS: portal.app.status,
      INSTALLED: portal.rules.now.installed,
      PAYMENT_EXPIRED: 'N',
      DAYS: null,
      LANGUAGE_ID: 'ru',
      LICENSE: 'ru_std',
      LICENSE_TYPE: 'std',
      LICENSE_FAMILY: 'std',
    }
  },

  'scope': (params, { access }) => flagOf(params['full']) === true ? [...ALL_SCOPES] : [...access.scopes],

  'method.get': (params, { access, wireName }) => {
    const method = wireName(textOf(params['name']) ?? '')
    const scopes = method === undefined ? [] : scopesOf(method)
    return {
      isExisting: method !== undefined,
      isAvailable: method !== undefined && (scopes.length === 0 || scopes.some(scope => access.scopes.has(scope))),
    }
  },

  'feature.get': (params) => {
    const code = textOf(params['CODE']) ?? ''
    if (code === '') throw new PortalError(400, 'CODE_EMPTY', "CODE can't be empty")
    return { value: code === 'rest_offline_extended' || code === 'rest_auth_connector' ? 'Y' : 'N' }
  },
}
