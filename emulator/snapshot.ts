import { activityRow } from './activity-row.ts'
import { DEAL, COMPANY, CONTACT, LEAD, type EntityTypeId } from './entities.ts'
import { itemView } from './fields/item-view.ts'
import { userFieldsOf } from './fields/user-field.ts'
import { view as statusRow } from './methods/crm-status.ts'
import { commentRow } from './methods/crm-timeline.ts'
import { row as entityRow } from './methods/entity-item.ts'
import { placementRow } from './methods/placement.ts'
import { formatInstant } from './portal-time.ts'
import type { PortalState } from './store.ts'

/**
 * What the portal holds now, in the words of its answers: records as in `crm.item.get` with `useOriginalUfNames: "Y"`,
 * the rest as in the `…get` and `…list` methods. `only` narrows it to a comma list of parts.
 */
export function snapshot(state: PortalState, only: string | null): Record<string, unknown> {
  const parts: Record<string, () => unknown> = {
    leads: () => items(state, LEAD),
    deals: () => items(state, DEAL),
    contacts: () => items(state, CONTACT),
    companies: () => items(state, COMPANY),
    activities: () => state.activities.all().map(one => ({ ...activityRow(one), colorId: one.colorId, pingOffsets: one.pingOffsets })),
    comments: () => state.comments.all().map(commentRow),
    notices: () => state.notices.all().map(one => ({
      ID: String(one.id), USER_ID: String(one.userId), AUTHOR_ID: String(one.authorId), TYPE: one.type, MESSAGE: one.message,
      TAG: one.tag, SUB_TAG: one.subTag, DATE_CREATE: formatInstant(one.created),
    })),
    appOptions: () => Object.fromEntries(state.appOptions),
    userOptions: () => Object.fromEntries([...state.userOptions].map(([id, options]) => [id, Object.fromEntries(options)])),
    entities: () => Object.fromEntries([...state.storages.values()].map(one => [one.code, {
      ENTITY: one.code, NAME: one.name, ACCESS: one.access, PROPERTIES: one.properties, ITEMS: one.items.map(item => entityRow(one, item)),
    }])),
    userfields: () => state.userFields.all().map(({ name, entityTypeId, type, list, ...rest }) => ({
      ...rest, ENTITY_ID: entityTypeId === LEAD ? 'CRM_LEAD' : 'CRM_DEAL', FIELD_NAME: name, USER_TYPE_ID: type,
      LIST: list.map(item => ({ ID: String(item.id), VALUE: item.value, SORT: String(item.sort), XML_ID: item.xmlId })),
    })),
    stages: () => state.statuses.all().filter(one => one.entityId === 'STATUS').map((one, _, all) => statusRow(all, one)),
    cardLayouts: () => Object.fromEntries(state.cardLayouts),
    placements: () => state.placements.all().map(one => ({ ...placementRow(one), ...one.otherApp !== undefined && { otherApp: one.otherApp } })),
    triggers: () => state.triggers,
  }
  const wanted = only === null ? undefined : only.split(',')
  return structuredClone(Object.fromEntries(Object.entries(parts)
    .filter(([name]) => wanted === undefined || wanted.includes(name))
    .map(([name, make]) => [name, make()])))
}

function items(state: PortalState, type: EntityTypeId): unknown[] {
  const userFields = userFieldsOf(state, type)
  return state.items[type].all().map(item => itemView(item, userFields, true))
}
