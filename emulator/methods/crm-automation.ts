import { TYPE_CODES } from '../fields/types.ts'
import type { Methods } from '../rest/context.ts'
import { classicError, PortalError } from '../rest/errors.ts'
import { textOf } from '../rest/params.ts'
import { entityType, mayDo } from '../rights.ts'
import { requireCrm } from './crm-access.ts'

export const crmAutomationMethods: Methods = {
  /** `crm-automation-trigger.md`: an unknown code fires nothing and is no error. */
  'crm.automation.trigger': (params, context) => {
    requireCrm(context)
    const target = textOf(params['target']) ?? ''
    if (target === '') throw classicError('Target is not set.')
    const [, name = '', id = ''] = /^([A-Z]+)_(\d+)$/.exec(target) ?? []
    if (id === '') throw classicError('Incorrect target format.')
    const type = entityType(Number(Object.entries(TYPE_CODES).find(([, code]) => code === name)?.[0]))
    if (type === undefined) throw classicError('Target is not found.')
    const item = context.state.items[type].get(Number(id))
    if (!item || !mayDo(context.state, context.user, 'write')(item)) {
      throw new PortalError(400, 'ACCESS_DENIED', 'Access denied! There are no permissions to update the entity.')
    }
    context.state.triggers.push({ target, code: textOf(params['code']) ?? '', userId: context.user.id })
    return true
  },
}
