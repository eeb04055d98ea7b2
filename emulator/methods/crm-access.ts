import type { CrmItem, EntityTypeId } from '../entities.ts'
import type { Context } from '../rest/context.ts'
import { classicError, PortalError } from '../rest/errors.ts'
import { hasCrm, mayDo, type Deed } from '../rights.ts'

/** The universal methods' refusal for want of rights. */
export function accessDenied(): PortalError {
  return new PortalError(400, 'ACCESS_DENIED', 'Доступ запрещен')
}

/** A record for a universal method: `NOT_FOUND` if there is none, `ACCESS_DENIED` if this user may not. */
export function itemFor(context: Context, type: EntityTypeId, id: number, deed: Deed): CrmItem {
  if (!hasCrm(context.user)) throw accessDenied()
  const item = context.state.items[type].get(id)
  if (!item) throw new PortalError(400, 'NOT_FOUND', 'Элемент не найден')
  if (!mayDo(context.state, context.user, deed)(item)) throw accessDenied()
  return item
}

/** The classic methods' gate: no CRM at all. */
export function requireCrm({ user }: Context): void {
  if (!hasCrm(user)) throw classicError('Access denied.')
}

/** Fields, stages and directories are for those who may change the settings of the CRM. */
export function requireCrmAdmin({ user }: Context, status = 400): void {
  if (!user.crmAdmin) throw classicError('Access denied.', status)
}
