import type { Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { numberOf, textOf } from '../rest/params.ts'
import type { EntityStorage } from '../entities.ts'
import { accessOf, argument, hasLevel, requireApplication, storageCode, storageFor } from './entity-access.ts'

/** `api-reference/entity/entities/` and `…/items/properties/` */
export const entityMethods: Methods = {
  'entity.add': (params, context) => {
    requireApplication(context)
    const code = storageCode(params)
    const { state, store, user } = context
    if (state.storages.has(code)) throw alreadyThere()
    state.storages.set(code, {
      id: store.nextId('storage'),
      code,
      name: textOf(params['NAME']) ?? code,
      access: accessOf(params['ACCESS'], user),
      properties: [],
      items: [],
    })
    return true
  },

  'entity.get': (params, context) => {
    if (params['ENTITY'] !== undefined) return row(storageFor(params, context, null))
    requireApplication(context)
    return [...context.state.storages.values()].filter(one => hasLevel(one, context.user, 'R')).map(row)
  },

  'entity.update': (params, context) => {
    const storage = storageFor(params, context, 'X')
    const { storages } = context.state
    const code = params['ENTITY_NEW'] === undefined ? storage.code : storageCode(params, 'ENTITY_NEW')
    if (code !== storage.code && storages.has(code)) throw alreadyThere()
    storages.delete(storage.code)
    storages.set(code, {
      ...storage,
      code,
      name: textOf(params['NAME']) ?? storage.name,
      access: params['ACCESS'] === undefined ? storage.access : accessOf(params['ACCESS'], context.user),
    })
    return true
  },

  'entity.delete': (params, context) => context.state.storages.delete(storageFor(params, context, 'X').code),

  'entity.rights': (params, context) => {
    if (params['ACCESS'] === undefined) return storageFor(params, context, null).access
    const storage = storageFor(params, context, 'X')
    const access = accessOf(params['ACCESS'], context.user)
    context.state.storages.set(storage.code, { ...storage, access })
    return access
  },

  'entity.item.property.add': (params, context) => {
    const storage = storageFor(params, context, 'X')
    const code = (textOf(params['PROPERTY']) ?? '').replace(/\W/g, '')
    if (code === '') throw argument('PROPERTY')
    const given = textOf(params['TYPE']) ?? 'S'
    if (given === 'L') throw new PortalError(400, 'ERROR_UNSUPPORTED_PROPERTY_TYPE', 'Invalid property type')
    const type = (['S', 'N', 'F'] as const).find(one => one === given)
    if (type === undefined) throw new PortalError(400, 'ERROR_ARGUMENT', 'Wrong entity item property type', { argument: 'TYPE' })
    if (storage.properties.some(one => one.code === code)) throw new PortalError(400, 'ERROR_PROPERTY_ALREADY_EXISTS', 'Property already exists')
    const property = { code, name: textOf(params['NAME']) ?? code, type, sort: numberOf(params['SORT']) ?? 500 }
    context.state.storages.set(storage.code, { ...storage, properties: [...storage.properties, property] })
    return true
  },

  'entity.item.property.get': (params, context) => {
    const { properties } = storageFor(params, context, null)
    const code = textOf(params['PROPERTY'])
    const rows = properties.map(one => ({ PROPERTY: one.code, NAME: one.name, TYPE: one.type, SORT: String(one.sort) }))
    if (code === undefined) return rows
    const found = rows.find(one => one.PROPERTY === code)
    if (!found) throw new PortalError(400, 'ERROR_PROPERTY_NOT_FOUND', 'Property not found')
    return found
  },
}

function row(storage: EntityStorage): Record<string, unknown> {
  return { ID: String(storage.id), IBLOCK_TYPE_ID: 'rest_entity', ENTITY: storage.code, NAME: storage.name }
}

function alreadyThere(): PortalError {
  return new PortalError(400, 'ERROR_ENTITY_ALREADY_EXISTS', 'Entity already exists')
}
