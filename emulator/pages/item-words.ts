import { stageDirectory } from '../fields/types.ts'
import type { CrmItem, Status } from '../entities.ts'
import { fullName, type Visit } from './visit.ts'

/** How a record's standard values read on a page; an empty text where nothing is known. */
export function textOf(item: CrmItem | undefined, name: string): string {
  const value = item?.values[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function personName(item: CrmItem | undefined): string {
  return ['name', 'secondName', 'lastName'].map((name) => textOf(item, name)).filter(Boolean).join(' ')
}

export function contacts(item: CrmItem | undefined, typeId: string): string {
  return (item?.fm ?? []).filter((one) => one.typeId === typeId).map((one) => one.value).join(', ')
}

export function amountOf({ money }: Visit, item: CrmItem | undefined): string {
  const amount = Number(item?.values['opportunity'] ?? 0)
  return amount > 0 ? money(amount, textOf(item, 'currencyId') || 'RUB') : ''
}

export function responsible({ portal }: Visit, item: CrmItem | undefined): string {
  const user = portal.store.user(textOf(item, 'assignedById'))
  return user ? fullName(user) : ''
}

export function directoryWord({ portal }: Visit, entityId: string, statusId: string): string {
  const found = portal.store.state.statuses.all().find((one) => one.entityId === entityId && one.statusId === statusId)
  return found?.name ?? statusId
}

/** All stages of the record's kind in their order, and the one that it stands in. */
export function stagesOf({ portal }: Visit, item: CrmItem): { readonly stages: readonly Status[], readonly now: Status | undefined } {
  const directory = stageDirectory(item.entityTypeId)
  const stages = portal.store.state.statuses.all()
    .filter((one) => one.entityId === directory)
    .sort((one, other) => one.sort - other.sort)
  return { stages, now: stages.find((one) => one.statusId === item.values['stageId']) }
}
