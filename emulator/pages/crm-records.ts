import { COMPANY, CONTACT, DEAL, LEAD, type CrmItem, type User } from '../entities.ts'
import type { Portal } from '../portal.ts'
import { mayDo } from '../rights.ts'
import { personName, textOf } from './item-words.ts'

/** How many records of a kind the dialog offers, the newest. */
const OFFERED = 20

const KINDS = { lead: [LEAD, 'L'], deal: [DEAL, 'D'], contact: [CONTACT, 'C'], company: [COMPANY, 'CO'] } as const

/** What the dialog of `selectCRM` offers to this person, as it hands it to the app. */
export function crmRecords({ store: { state } }: Portal, user: User, types: unknown): readonly unknown[] {
  const mayRead = mayDo(state, user, 'read')
  return Object.entries(KINDS)
    .filter(([type]) => Array.isArray(types) && types.includes(type))
    .flatMap(([type, [entityTypeId, letter]]) => state.items[entityTypeId].all().filter(mayRead).slice(-OFFERED).reverse().map(item => ({
      id: `${letter}_${item.id}`, type, place: type, title: titleOf(item), desc: personName(item), url: `/crm/${type}/details/${item.id}/`,
    })))
}

function titleOf(item: CrmItem): string {
  return textOf(item, 'title') || personName(item) || String(item.id)
}
