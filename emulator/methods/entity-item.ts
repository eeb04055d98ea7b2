import type { EntityItem, EntityStorage } from '../entities.ts'
import { formatInstant } from '../portal-time.ts'
import { compileFilter, type Column } from '../query/filter.ts'
import { orderOf, sorted } from '../query/order.ts'
import { pageOf } from '../query/page.ts'
import type { Context, Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { idOf, recordOf, textOf, type Params } from '../rest/params.ts'
import { argument, hasLevel, storageFor } from './entity-access.ts'

const TEXTS = ['NAME', 'ACTIVE', 'SORT', 'CODE', 'PREVIEW_TEXT', 'DETAIL_TEXT', 'DATE_ACTIVE_FROM', 'DATE_ACTIVE_TO', 'SECTION'] as const

/** `api-reference/entity/items/` */
export const entityItemMethods: Methods = {
  'entity.item.add': (params, context) => {
    const storage = storageFor(params, context, 'W')
    const { state, store, user, now } = context
    const item: EntityItem = {
      id: store.nextId('entityItem'),
      created: now,
      createdBy: user.id,
      modified: now,
      modifiedBy: user.id,
      fields: fieldsOf(params, {}),
      properties: propertiesOf(params, storage, {}),
    }
    state.storages.set(storage.code, { ...storage, items: [...storage.items, item] })
    return item.id
  },

  'entity.item.get': (params, context) => {
    const storage = storageFor(params, context, null)
    const rows = hasLevel(storage, context.user, 'R') ? storage.items : []
    const fits = compileFilter(params['FILTER'], name => column(storage, name))
    const by = orderOf(params['SORT'] ?? { ID: 'ASC' }).flatMap(({ name, descending }) => {
      const found = column(storage, name)
      return found ? [{ column: found, descending }] : []
    })
    return pageOf(sorted(rows.filter(fits), by), context.start, item => row(storage, item))
  },

  'entity.item.update': (params, context) => {
    const storage = storageFor(params, context, 'W')
    const held = itemFor(params, storage)
    const item: EntityItem = {
      ...held,
      modified: context.now,
      modifiedBy: context.user.id,
      fields: fieldsOf(params, held.fields),
      properties: propertiesOf(params, storage, held.properties),
    }
    replaceItems(context, storage, storage.items.map(one => one === held ? item : one))
    return true
  },

  'entity.item.delete': (params, context) => {
    const storage = storageFor(params, context, 'W')
    const held = itemFor(params, storage)
    replaceItems(context, storage, storage.items.filter(one => one !== held))
    return true
  },
}

function replaceItems({ state }: Context, storage: EntityStorage, items: readonly EntityItem[]): void {
  state.storages.set(storage.code, { ...storage, items })
}

function itemFor(params: Params, storage: EntityStorage): EntityItem {
  const id = idOf(params['ID'])
  if (id <= 0) throw argument('ID')
  const item = storage.items.find(one => one.id === id)
  if (!item) throw new PortalError(400, 'ERROR_ITEM_NOT_FOUND', 'Item not found')
  return item
}

function fieldsOf(params: Params, held: EntityItem['fields']): Record<string, string | null> {
  const given = TEXTS.filter(name => params[name] !== undefined).map(name => [name, textOf(params[name]) ?? null] as const)
  return { ...held, ...Object.fromEntries(given) }
}

/** Only the properties that the storage has are kept. */
function propertiesOf(params: Params, storage: EntityStorage, held: EntityItem['properties']): Record<string, string> {
  const values = recordOf(params['PROPERTY_VALUES']) ?? {}
  const given = storage.properties.filter(({ code }) => values[code] !== undefined).map(({ code }) => [code, textOf(values[code]) ?? ''] as const)
  return { ...held, ...Object.fromEntries(given) }
}

/** An item as `entity.item.get` prints it; `PROPERTY_VALUES` stand there if the storage has properties. */
export function row(storage: EntityStorage, item: EntityItem): Record<string, unknown> {
  const { fields } = item
  return {
    ID: String(item.id),
    TIMESTAMP_X: formatInstant(item.modified),
    MODIFIED_BY: String(item.modifiedBy),
    DATE_CREATE: formatInstant(item.created),
    CREATED_BY: String(item.createdBy),
    ACTIVE: fields['ACTIVE'] ?? 'Y',
    DATE_ACTIVE_FROM: fields['DATE_ACTIVE_FROM'] ?? '',
    DATE_ACTIVE_TO: fields['DATE_ACTIVE_TO'] ?? '',
    SORT: fields['SORT'] ?? '500',
    NAME: fields['NAME'] ?? '',
    PREVIEW_PICTURE: null,
    PREVIEW_TEXT: fields['PREVIEW_TEXT'] ?? null,
    DETAIL_PICTURE: null,
    DETAIL_TEXT: fields['DETAIL_TEXT'] ?? null,
    CODE: fields['CODE'] ?? null,
    ENTITY: storage.code,
    SECTION: fields['SECTION'] ?? null,
    ...(storage.properties.length === 0 ? {} : { PROPERTY_VALUES: Object.fromEntries(storage.properties.map(({ code }) => [code, item.properties[code] ?? null])) }),
  }
}

function column(storage: EntityStorage, name: string): Column<EntityItem> | undefined {
  const property = storage.properties.find(({ code }) => name === `PROPERTY_${code}`)
  if (property) {
    if (property.type === 'N') return { kind: 'number', read: item => item.properties[property.code] === undefined ? null : Number(item.properties[property.code]) }
    return { kind: 'text', read: item => item.properties[property.code] ?? null }
  }
  if (TEXTS.some(one => one === name)) return { kind: 'text', read: item => item.fields[name] ?? null }
  switch (name) {
    case 'ID': return { kind: 'number', read: item => item.id }
    case 'CREATED_BY': return { kind: 'number', read: item => item.createdBy }
    case 'MODIFIED_BY': return { kind: 'number', read: item => item.modifiedBy }
    case 'DATE_CREATE': return { kind: 'instant', read: item => item.created }
    case 'TIMESTAMP_X': return { kind: 'instant', read: item => item.modified }
    default: return undefined
  }
}
