/** The fields of the questions that every set in force asks everybody, as mandatory ones in the card. */
import type { QuestionSet } from '../../domain/question-set.ts'
import type { PortalAsIs } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook, Note } from './item.ts'
import type { Command } from '../portal.ts'
import type { UserField } from './user-fields.ts'
import { PREFIX } from './wanted-fields.ts'
import type { WantedField } from './wanted-fields.ts'

function commands(fields: readonly UserField[], flag: 'Y' | 'N'): Readonly<Record<string, Command>> {
  return Object.fromEntries(fields.map(({ ID, FIELD_NAME }) => [FIELD_NAME, { method: 'crm.lead.userfield.update', params: { id: ID, fields: { MANDATORY: flag } } }]))
}

/** Questions that nobody is spared: not left out, not hidden by an answer, in each of the sets. */
function askedOfAll(sets: readonly QuestionSet[]): ReadonlySet<string> {
  const [first, ...rest] = sets.map(set => set.questions.filter(({ kind, optional, askIf = [] }) => kind !== 'text' && optional !== true && askIf.length === 0).map(({ id }) => id))
  return new Set(first?.filter(id => rest.every(ids => ids.includes(id))))
}

/** Those fields that the card may demand of everybody; fields of the portal's own making are left as their makers want them. */
function demandable(wanted: readonly WantedField[], sets: readonly QuestionSet[]): readonly WantedField[] {
  const asked = askedOfAll(sets)
  return wanted.filter(({ holds, code }) => 'question' in holds && asked.has(holds.question) && code.startsWith(PREFIX))
}

/** Our fields that the card demands though these sets do not ask everybody for them: an earlier version did. */
export function demandedInVain(existing: readonly UserField[], wanted: readonly WantedField[], sets: readonly QuestionSet[]): readonly UserField[] {
  const asked = demandable(wanted, sets)
  return existing.filter(({ FIELD_NAME, MANDATORY }) => MANDATORY === 'Y' && FIELD_NAME.startsWith(PREFIX) && asked.every(({ code }) => code !== FIELD_NAME))
}

export function lookAtMandatory({ existing, fields, wanted, sets }: PortalAsIs): ItemLook {
  if (!existing.ok) return unread(existing.error)
  const codes = demandable(wanted, sets).map(({ code }) => code)
  const mine = fields.filter(field => codes.includes(field.wanted.code))
  const made = mine.flatMap(state => state.state === 'missing' || state.state === 'differs' ? [] : [state])
  const optional = made.filter(({ field }) => field.MANDATORY !== 'Y')
  const mandatory = made.filter(({ field }) => field.MANDATORY === 'Y')
  const vain = demandedInVain(existing.value, wanted, sets)
  const notes: readonly Note[] = [
    ...(made.length < mine.length ? [{ kind: 'needs-fields' } as const] : []),
    ...optional.map(field => ({ kind: 'optional-field', field: field.wanted.label } as const)),
    ...mandatory.map(field => ({ kind: 'mandatory-field', field: field.wanted.label } as const)),
    ...vain.map(({ EDIT_FORM_LABEL, FIELD_NAME }) => ({ kind: 'mandatory-in-vain', field: EDIT_FORM_LABEL || FIELD_NAME } as const)),
  ]
  const changes = { ...commands(optional.map(({ field }) => field), 'Y'), ...commands(vain, 'N') }
  const undo = commands([...mandatory.map(({ field }) => field), ...vain], 'N')
  return {
    state: made.length === mine.length && Object.keys(changes).length === 0 ? 'there' : mandatory.length + vain.length > 0 ? 'differs' : 'missing',
    notes,
    requests: Object.keys(changes).length === 0 ? [] : [changes],
    ...Object.keys(undo).length > 0 && { undo },
  }
}
