import { LEAD, type CrmItem, type FieldValue, type UserField } from '../entities.ts'
import type { Context } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import type { ChangeNames } from './change.ts'
import { standardField } from './types.ts'
import { camelName, userFieldsOf } from './user-field.ts'

/** Refuses a write that the portal's settings forbid: a required field that stays empty, a stage that is closed to the user. */
export function requireAllowed(context: Context, names: ChangeNames, values: Readonly<Record<string, FieldValue>>, item: CrmItem | undefined): void {
  const { stages } = context.portal.rules.now
  const stage = values['stageId']
  if (names.type === LEAD && item && stage !== item.values['stageId'] && stages.refuse.some(one => one === stage)) {
    // an empty code in both families (`crm-item-update.md`)
    throw new PortalError(400, '', 'Insufficient permissions to change the stage')
  }
  const missing = requiredNames(context, names).find(({ key }) => isEmpty(key in values ? values[key] : item?.values[key]))
  if (missing) throw new PortalError(400, names.family === 'item' ? 'CRM_FIELD_ERROR_REQUIRED' : '', `Required field "${missing.shown}" is empty`)
}

/** Where the value of each required field is kept, and how the caller spells the field. */
function requiredNames({ state, portal }: Context, names: ChangeNames): { key: string, shown: string }[] {
  const required = portal.rules.now.requiredFields
  if (required === false) return []
  const userFields = userFieldsOf(state, names.type)
  const shown = ({ name }: UserField): { key: string, shown: string } => ({ key: name, shown: names.original ? name : camelName(name) })
  if (required === true) return userFields.filter(field => field.mandatory).map(shown)
  return required.flatMap((name) => {
    const field = userFields.find(one => one.name === name)
    if (field) return [shown(field)]
    const spec = standardField(names.type, name, 'item') ?? standardField(names.type, name, 'classic')
    return spec ? [{ key: spec.name, shown: names.family === 'item' ? spec.name : spec.upper }] : []
  })
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (typeof value === 'object' && value.length === 0)
}
