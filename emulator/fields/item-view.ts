import { DEAL, type CrmItem, type MultiField, type UserField } from '../entities.ts'
import { camelName, itemUserValue } from './user-field.ts'
import { itemStandardValue } from './standard.ts'
import { FIELDS } from './types.ts'

/** Named parts of the multiple fields that `crm.item.*` prints beside `fm`. */
const CONTACT_PARTS: Readonly<Record<string, readonly [type: string, valueType: string | null]>> = {
  phoneMobile: ['PHONE', 'MOBILE'], phoneWork: ['PHONE', 'WORK'], phoneMailing: ['PHONE', 'MAILING'],
  emailHome: ['EMAIL', 'HOME'], emailWork: ['EMAIL', 'WORK'], emailMailing: ['EMAIL', 'MAILING'],
  skype: ['IM', 'SKYPE'], icq: ['IM', 'ICQ'], imol: ['IM', 'OPENLINE'],
  email: ['EMAIL', null], phone: ['PHONE', null],
}

/** A record as `crm.item.*` prints it. `wanted` narrows it to names; user fields by their original name or in camelCase. */
export function itemView(item: CrmItem, userFields: readonly UserField[], original: boolean, wanted?: ReadonlySet<string>): Record<string, unknown> {
  const view: Record<string, unknown> = {}
  for (const spec of FIELDS[item.entityTypeId]) {
    if (spec.shown === 'classic' || (wanted && !wanted.has(spec.name))) continue
    view[spec.name] = spec.name === 'id' ? item.id : itemStandardValue(spec, item.values[spec.name])
  }
  for (const field of userFields) {
    const name = original ? field.name : camelName(field.name)
    if (!wanted || wanted.has(name)) view[name] = itemUserValue(field, item.values[field.name])
  }
  if (!wanted && item.entityTypeId !== DEAL) {
    for (const [name, [type, valueType]] of Object.entries(CONTACT_PARTS)) view[name] = firstValue(item.fm, type, valueType)
    view['fm'] = item.fm.map(({ id, valueType, value, typeId }) => ({ id, valueType, value, typeId }))
  }
  if (!wanted) view['entityTypeId'] = item.entityTypeId
  return view
}

function firstValue(fm: readonly MultiField[], type: string, valueType: string | null): string {
  return fm.find(one => one.typeId === type && (valueType === null || one.valueType === valueType))?.value ?? ''
}
