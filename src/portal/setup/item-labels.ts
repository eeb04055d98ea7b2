/** List items that are called otherwise than the sets in force call them: found by their codes, given their words by request. */
import type { Command } from '../portal.ts'
import type { PortalAsIs, Wishes } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook } from './item.ts'
import { itemIn } from './user-fields.ts'
import type { FieldState } from './user-fields.ts'
import type { WantedField, WantedItem } from './wanted-fields.ts'

/** An item with another label than it is to have. Leads hold the id, and keep their value. */
export interface RenamedItem {
  readonly wanted: WantedField
  /** The user field's id. */
  readonly field: number
  readonly item: WantedItem
  /** The list item's id. */
  readonly id: number
  /** Its label on the portal. */
  readonly now: string
}

/** Portals cut spaces off the ends. */
export function isSameLabel(a: string, b: string): boolean {
  return a.trim() === b.trim()
}

/** Items of our own fields; those of the portal's making are called as their makers want. */
function ownItems(states: readonly FieldState[]): readonly RenamedItem[] {
  return states.flatMap((state) => {
    if (state.state === 'missing' || state.state === 'differs' || state.wanted.given) return []
    const { wanted, field } = state
    return wanted.items.flatMap((item) => {
      const listed = itemIn(field, item, undefined)
      return listed ? [{ wanted, field: field.ID, item, id: listed.ID, now: listed.VALUE }] : []
    })
  })
}

export function renamedItems(states: readonly FieldState[]): readonly RenamedItem[] {
  return ownItems(states).filter(({ item, now }) => !isSameLabel(item.label, now))
}

/** One for each field; items that are not named stay as they are (`api-reference/crm/leads/userfield/crm-lead-userfield-update.md`). */
export function labelCommands(items: readonly RenamedItem[], label: (renamed: RenamedItem) => string = ({ item }) => item.label): readonly Command[] {
  return [...new Set(items.map(({ field }) => field))].map(id => ({
    method: 'crm.lead.userfield.update',
    params: { id, fields: { LIST: items.filter(({ field }) => field === id).map(one => ({ ID: one.id, VALUE: label(one), XML_ID: one.item.xmlId })) } },
  }))
}

/** What was renamed from this page can be named back: no portal remembers earlier labels. */
export function lookAtLabels({ existing, fields }: PortalAsIs, { formerLabels = {} }: Wishes): ItemLook {
  if (!existing.ok) return unread(existing.error)
  if (fields.every(({ state }) => state === 'missing')) return { state: 'missing', notes: [{ kind: 'needs-fields' }], requests: [] }
  const renamed = renamedItems(fields)
  const former = ownItems(fields).filter(({ id, item, now }) => {
    const before = formerLabels[id]
    return before !== undefined && isSameLabel(item.label, now) && !isSameLabel(before, now)
  })
  const undo = labelCommands(former, ({ id, now }) => formerLabels[id] ?? now)
  return {
    state: renamed.length > 0 ? 'differs' : 'there',
    notes: renamed.map(({ wanted, item, now }) => ({ kind: 'item-renamed', field: wanted.label, ours: item.label, now })),
    requests: labelCommands(renamed).map(field => ({ field })),
    ...undo.length > 0 && { undo: Object.fromEntries(undo.map((command, index) => [`field${index}`, command])) },
  }
}
