/** The lead's fields as an item of the set-up: those for answers and results, and the class by itself. */
import type { PortalAsIs } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook, Note } from './item.ts'
import { isSameLabel } from './item-labels.ts'
import { fieldCommand, itemIn } from './user-fields.ts'
import type { FieldState } from './user-fields.ts'
import { PREFIX } from './wanted-fields.ts'
import type { WantedField } from './wanted-fields.ts'

export function isClass({ holds }: WantedField): boolean {
  return 'result' in holds && holds.result === 'class'
}

/** Items of a field of the portal's making have their maker's words. */
function called({ wanted, field }: Extract<FieldState, { state: 'there' | 'incomplete' }>): readonly Note[] {
  if (!wanted.given) return []
  return wanted.items.flatMap((item): Note[] => {
    const listed = itemIn(field, item, wanted.given)
    return listed && !isSameLabel(listed.VALUE, item.label) ? [{ kind: 'item-called', field: wanted.label, ours: item.label, now: listed.VALUE }] : []
  })
}

function notesOf(state: FieldState): readonly Note[] {
  const { wanted } = state
  const used: readonly Note[] = wanted.given || !wanted.code.startsWith(PREFIX) ? [{ kind: 'field-used', field: wanted.label, code: wanted.code }] : []
  switch (state.state) {
    case 'missing': return [{ kind: 'field-missing', field: wanted.label }]
    case 'differs': return [{ kind: 'field-taken', field: wanted.label, code: wanted.code, type: state.field.USER_TYPE_ID }]
    case 'there': return [...used, ...called(state)]
    case 'incomplete': return [
      ...used,
      ...(state.items.length > 0 ? [{ kind: 'items-missing', field: wanted.label, items: state.items.map(({ label }) => label) } as const] : []),
      ...(state.lost ? [{ kind: 'items-lost', field: wanted.label, items: state.lost.map(({ item }) => item.label) } as const] : []),
      ...(state.items.length === 0 && !state.lost ? [{ kind: 'field-shown', field: wanted.label } as const] : []),
      ...called(state),
    ]
  }
}

/** `ofClass`: the class alone, else all the others. Each field is a request of its own: adding a column to many leads is slow. */
export function lookAtFields({ existing, fields }: PortalAsIs, ofClass: boolean): ItemLook {
  if (!existing.ok) return unread(existing.error)
  const mine = fields.filter(({ wanted }) => isClass(wanted) === ofClass)
  const differs = mine.some(({ state }) => state === 'differs' || state === 'incomplete')
  return {
    state: differs ? 'differs' : mine.some(({ state }) => state === 'missing') ? 'missing' : 'there',
    notes: mine.flatMap(notesOf),
    requests: mine.flatMap((state) => {
      const field = fieldCommand(state)
      return field ? [{ field }] : []
    }),
  }
}
