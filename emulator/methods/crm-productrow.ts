import { DEAL, LEAD, type CrmItem, type EntityTypeId, type ProductRow } from '../entities.ts'
import { rowsKey, setProductRows } from '../items.ts'
import type { Context, Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { idOf, listOf, numberOf, recordOf, required, textOf } from '../rest/params.ts'
import { mayDo, type Deed } from '../rights.ts'
import { accessDenied } from './crm-access.ts'

const OWNERS: Readonly<Record<string, EntityTypeId>> = { L: LEAD, D: DEAL }

/** `api-reference/crm/universal/product-rows/`; name, price and quantity are kept, discounts and taxes are not. */
export const crmProductRowMethods: Methods = {
  'crm.item.productrow.list': (params, context) => {
    const filter = recordOf(params['filter']) ?? {}
    const owner = ownerFor(context, filter['=ownerType'] ?? filter['ownerType'], filter['=ownerId'] ?? filter['ownerId'], 'read')
    return { productRows: rowsOf(context, owner) }
  },

  'crm.item.productrow.set': (params, context) => {
    required(params, 'ownerType', 'ownerId', 'productRows')
    const owner = ownerFor(context, params['ownerType'], params['ownerId'], 'write')
    setProductRows(context, owner, listOf(params['productRows']).map((given) => {
      const row = recordOf(given) ?? {}
      const id = context.store.nextId('productRow')
      return { id, productName: textOf(row['productName']) ?? `[${id}]`, price: numberOf(row['price']) ?? 0, quantity: numberOf(row['quantity']) ?? 1 }
    }))
    return { productRows: rowsOf(context, owner) }
  },
}

function ownerFor({ state, user }: Context, ownerType: unknown, ownerId: unknown, deed: Deed): CrmItem {
  const type = OWNERS[textOf(ownerType)?.toUpperCase() ?? '']
  if (type === undefined) throw new PortalError(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Working with this type of objects is not supported')
  const owner = state.items[type].get(idOf(ownerId))
  if (!owner) throw new PortalError(400, 'OWNER_NOT_FOUND', 'Owner was not found')
  if (!mayDo(state, user, deed)(owner)) throw accessDenied()
  return owner
}

function rowsOf({ state }: Context, owner: CrmItem): unknown[] {
  return (state.productRows.get(rowsKey(owner.entityTypeId, owner.id)) ?? []).map((row, at) => shown(owner, row, at))
}

function shown(owner: CrmItem, { id, productName, price, quantity }: ProductRow, at: number): Record<string, unknown> {
  return {
    id, ownerId: owner.id, ownerType: owner.entityTypeId === LEAD ? 'L' : 'D', productId: 0, productName, price, priceAccount: price,
    priceExclusive: price, priceNetto: price, priceBrutto: price, quantity, discountTypeId: 2, discountRate: 0, discountSum: 0, taxRate: null,
    taxIncluded: 'N', customized: 'Y', measureCode: 796, measureName: 'шт', sort: (at + 1) * 10, xmlId: '', type: 4,
  }
}
