import { COMPANY, CONTACT, LEAD } from '../entities.ts'
import { matchKey } from '../multi-fields.ts'
import type { Methods } from '../rest/context.ts'
import { classicError } from '../rest/errors.ts'
import { listOf, textOf } from '../rest/params.ts'
import { hasCrm } from '../rights.ts'

/** Most values of one call, and most records of one type in the answer. */
const MOST = 20

export const crmDuplicateMethods: Methods = {
  /** `crm-duplicate-find-by-comm.md`: ids by type, `[]` when nothing is found; rights on the single record do not count. */
  'crm.duplicate.findbycomm': (params, { state, user }) => {
    if (!hasCrm(user)) throw classicError('Access denied.', 403)
    const type = textOf(params['type'])?.toUpperCase()
    if (type === undefined || type === '') throw classicError('Communication type is not defined.')
    if (type !== 'PHONE' && type !== 'EMAIL') throw classicError(`Communication type '${type}' is not supported in current context.`)
    const wanted = new Set(listOf(params['values']).slice(0, MOST).map(value => matchKey(type, textOf(value) ?? '')).filter(key => key !== ''))
    if (wanted.size === 0) throw classicError('Communication values is not defined.')
    const only = textOf(params['entity_type'])?.toUpperCase()

    const found: Record<string, number[]> = {}
    for (const [code, entityTypeId] of [['LEAD', LEAD], ['CONTACT', CONTACT], ['COMPANY', COMPANY]] as const) {
      if (only !== undefined && only !== '' && only !== code) continue
      const ids: number[] = []
      for (const item of state.items[entityTypeId].ascending()) {
        if (item.fm.some(one => one.typeId === type && wanted.has(one.match))) ids.push(item.id)
        if (ids.length === MOST) break
      }
      if (ids.length > 0) found[code] = ids
    }
    return Object.keys(found).length > 0 ? found : []
  },
}
