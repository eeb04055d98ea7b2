/** The fields of the questions that every set in force asks everybody, as mandatory ones in the card. */
import type { PortalAsIs } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook, Note } from './item.ts'
import type { Command } from '../portal.ts'
import type { UserField } from './user-fields.ts'
import { PREFIX } from './wanted-fields.ts'

function setMandatory({ ID }: UserField, flag: 'Y' | 'N'): Command {
  return { method: 'crm.lead.userfield.update', params: { id: ID, fields: { MANDATORY: flag } } }
}

/** Questions that nobody is spared: not left out, not hidden by an answer, in each of the sets. */
function askedOfAll(sets: PortalAsIs['sets']): ReadonlySet<string> {
  const [first, ...rest] = sets.map(set => set.questions.filter(({ kind, optional, askIf = [] }) => kind !== 'text' && optional !== true && askIf.length === 0).map(({ id }) => id))
  return new Set(first?.filter(id => rest.every(ids => ids.includes(id))))
}

/** Fields of the portal's own making are left as their makers want them. */
export function lookAtMandatory({ existing, fields, sets }: PortalAsIs): ItemLook {
  if (!existing.ok) return unread(existing.error)
  const asked = askedOfAll(sets)
  const mine = fields.filter(({ wanted }) => 'question' in wanted.holds && asked.has(wanted.holds.question) && wanted.code.startsWith(PREFIX))
  const made = mine.flatMap(state => state.state === 'missing' || state.state === 'differs' ? [] : [state])
  const optional = made.filter(({ field }) => field.MANDATORY !== 'Y')
  const mandatory = made.filter(({ field }) => field.MANDATORY === 'Y')
  const notes: readonly Note[] = [
    ...(made.length < mine.length ? [{ kind: 'needs-fields' } as const] : []),
    ...optional.map(({ wanted }) => ({ kind: 'optional-field', field: wanted.label } as const)),
    ...mandatory.map(({ wanted }) => ({ kind: 'mandatory-field', field: wanted.label } as const)),
  ]
  return {
    state: made.length === mine.length && optional.length === 0 ? 'there' : mandatory.length > 0 ? 'differs' : 'missing',
    notes,
    requests: optional.length === 0 ? [] : [Object.fromEntries(optional.map(({ wanted, field }) => [wanted.code, setMandatory(field, 'Y')]))],
    ...mandatory.length > 0 && { undo: Object.fromEntries(mandatory.map(({ wanted, field }) => [wanted.code, setMandatory(field, 'N')])) },
  }
}
