import type { CrmItem, EntityTypeId, FieldValue, MultiField, ProductRow } from './entities.ts'
import { stageDirectory } from './fields/types.ts'
import type { Context } from './rest/context.ts'

/** What a call would change: values by name, and the multiple fields if it named any. */
export interface ItemChange {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly fm?: readonly MultiField[]
}

const TITLES: Readonly<Record<EntityTypeId, string | null>> = { 1: 'Лид', 2: 'Сделка', 3: null, 4: 'Компания' }

/** Adds a record with the portal's defaults and its first row of stage history. */
export function addItem(context: Context, type: EntityTypeId, { values, fm = [] }: ItemChange): CrmItem {
  const { state, store, user, now } = context
  const id = store.nextId(`item${type}`)
  const title = TITLES[type]
  const stages = stageDirectory(type) === undefined ? {} : { stageId: 'NEW', movedBy: user.id, movedTime: now }
  const own: Record<string, FieldValue> = {
    createdTime: now,
    updatedTime: now,
    createdBy: user.id,
    updatedBy: user.id,
    assignedById: user.id,
    opened: 'Y',
    lastActivityBy: user.id,
    lastActivityTime: now,
    currencyId: 'RUB',
    ...(type === 2 ? { categoryId: 0, isNew: 'Y' } : {}),
    ...stages,
    ...dropNulls(values),
  }
  if (title !== null && (own['title'] ?? '') === '') own['title'] = `${title} #${id}`
  const item = state.items[type].put(settled(context, { id, entityTypeId: type, values: own, fm }))
  if (stageDirectory(type) !== undefined) recordMove(context, item, 1)
  return item
}

/** Saves what differs; when nothing does, the save is skipped and `updatedTime` stays. */
export function updateItem(context: Context, item: CrmItem, change: ItemChange): CrmItem {
  const differing = Object.entries(change.values).filter(([key, value]) => !same(item.values[key], value))
  const fmDiffers = change.fm !== undefined && JSON.stringify(change.fm) !== JSON.stringify(item.fm)
  if (differing.length === 0 && !fmDiffers) return item

  const { state, user, now } = context
  const values: Record<string, FieldValue> = { ...item.values, ...Object.fromEntries(differing), updatedTime: now, updatedBy: user.id }
  const moved = values['stageId'] !== item.values['stageId']
  if (moved) Object.assign(values, { movedBy: user.id, movedTime: now })
  const saved = settled(context, { ...item, values, fm: change.fm ?? item.fm })
  state.items[item.entityTypeId].put(saved)
  if (moved) recordMove(context, saved, saved.values['stageSemanticId'] === 'P' ? 2 : 3)
  return saved
}

/** Removes a record with what hangs on it. */
export function deleteItem({ state }: Context, item: CrmItem): void {
  const { id, entityTypeId: type } = item
  state.items[type].delete(id)
  for (const activity of state.activities.all()) if (activity.ownerTypeId === type && activity.ownerId === id) state.activities.delete(activity.id)
  for (const comment of state.comments.all()) if (comment.entityTypeId === type && comment.entityId === id) state.comments.delete(comment.id)
  for (const move of state.stageMoves.all()) if (move.entityTypeId === type && move.ownerId === id) state.stageMoves.delete(move.id)
  state.productRows.delete(rowsKey(type, id))
}

/** Replaces the product rows of a record; its amount follows unless it is set by hand. */
export function setProductRows(context: Context, item: CrmItem, rows: readonly ProductRow[]): void {
  const { state, user, now } = context
  state.productRows.set(rowsKey(item.entityTypeId, item.id), rows)
  state.items[item.entityTypeId].put(settled(context, { ...item, values: { ...item.values, updatedTime: now, updatedBy: user.id } }))
}

/** Key of a record's product rows: `L5`, `D12`. */
export function rowsKey(type: EntityTypeId, id: number): string {
  return `${type === 1 ? 'L' : type === 2 ? 'D' : String(type)}${id}`
}

/** Fields that follow from others: group of the stage, closing, kind of client, amount of the product rows. */
function settled(context: Context, item: CrmItem): CrmItem {
  const { state, now } = context
  const values: Record<string, FieldValue> = { ...item.values }
  const directory = stageDirectory(item.entityTypeId)
  if (directory !== undefined) {
    const stage = state.statuses.all().find(one => one.entityId === directory && one.statusId === values['stageId'])
    const semantics = stage?.semantics ?? 'P'
    values['stageSemanticId'] = semantics
    if (item.entityTypeId === 1) values['dateClosed'] = semantics === 'P' ? null : values['dateClosed'] ?? now
    else values['closed'] = semantics === 'P' ? 'N' : 'Y'
    // binding a client makes the record a repeated one
    if (values['contactId'] || values['companyId']) values['isReturnCustomer'] = 'Y'
    const contacts = values['contactIds']
    if (Array.isArray(contacts) && typeof contacts[0] === 'number' && !values['contactId']) values['contactId'] = contacts[0]
    else if (typeof values['contactId'] === 'number' && !(Array.isArray(contacts) && contacts.some(one => one === values['contactId']))) values['contactIds'] = [values['contactId']]
    const rows = state.productRows.get(rowsKey(item.entityTypeId, item.id))
    if (rows && rows.length > 0 && values['isManualOpportunity'] !== 'Y') {
      values['opportunity'] = rows.reduce((sum, row) => sum + row.price * row.quantity, 0)
    }
  }
  for (const [name, type] of [['hasPhone', 'PHONE'], ['hasEmail', 'EMAIL']] as const) {
    values[name] = item.fm.some(one => one.typeId === type) ? 'Y' : 'N'
  }
  return { ...item, values }
}

function recordMove({ state, store, now }: Context, item: CrmItem, typeId: 1 | 2 | 3): void {
  const semantics = item.values['stageSemanticId']
  state.stageMoves.put({
    id: store.nextId('stageMove'),
    typeId,
    entityTypeId: item.entityTypeId,
    ownerId: item.id,
    created: now,
    stageId: String(item.values['stageId']),
    semantics: semantics === 'S' || semantics === 'F' ? semantics : 'P',
  })
}

function dropNulls(values: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

function same(held: FieldValue | undefined, value: FieldValue): boolean {
  return JSON.stringify(held ?? null) === JSON.stringify(value)
}
