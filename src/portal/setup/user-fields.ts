/** Making the lead's user fields what the sets need; safe to run twice. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { decode } from '../decode.ts'
import type { FieldMap } from '../field-map.ts'
import { parseFieldMap } from '../field-map.ts'
import type { Command, Portal, PortalError } from '../portal.ts'
import type { WantedField, WantedItem } from './wanted-fields.ts'

const Id = v.pipe(v.union([v.string(), v.number()]), v.transform(Number))
const UserFields = v.array(v.object({
  ID: Id,
  FIELD_NAME: v.string(),
  USER_TYPE_ID: v.string(),
  LIST: v.optional(v.array(v.object({ ID: Id, VALUE: v.string(), XML_ID: v.nullish(v.string(), '') })), []),
}))

/** A user field as the portal has it. */
export type UserField = v.InferOutput<typeof UserFields>[number]

/** `there`; `missing`; `incomplete`: list items are missing; `differs`: the code is taken by a field of another type. */
export type FieldState =
  | { readonly state: 'there'; readonly wanted: WantedField; readonly field: UserField }
  | { readonly state: 'missing'; readonly wanted: WantedField }
  | { readonly state: 'incomplete'; readonly wanted: WantedField; readonly field: UserField; readonly items: readonly WantedItem[] }
  | { readonly state: 'differs'; readonly wanted: WantedField; readonly field: UserField }

/** All user fields of leads (`crm.lead.userfield.list` gives them in one answer). */
export async function readUserFields(portal: Portal): Promise<Result<readonly UserField[], PortalError>> {
  const sent = await portal.send({ fields: { method: 'crm.lead.userfield.list', params: { order: { SORT: 'ASC' } } } }, { halt: true })
  if (!sent.ok) return sent
  if (!sent.value.fields.ok) return failed(sent.value.fields.error)
  return decode('crm.lead.userfield.list', UserFields, sent.value.fields.value)
}

/** What is there of what is wanted. */
export function compareFields(wanted: readonly WantedField[], existing: readonly UserField[]): readonly FieldState[] {
  return wanted.map((field): FieldState => {
    const found = existing.find(candidate => candidate.FIELD_NAME === field.code)
    if (found === undefined) return { state: 'missing', wanted: field }
    if (found.USER_TYPE_ID !== field.type) return { state: 'differs', wanted: field, field: found }
    const items = field.items.filter(item => !found.LIST.some(listed => listed.XML_ID === item.xmlId))
    return items.length > 0 ? { state: 'incomplete', wanted: field, field: found, items } : { state: 'there', wanted: field, field: found }
  })
}

function listOf(items: readonly WantedItem[], from: number) {
  return items.map((item, index) => ({ VALUE: item.label, XML_ID: item.xmlId, SORT: (from + index + 1) * 10 }))
}

/** What brings a field into the wanted state; nothing where it is there, or where only a person can decide. */
export function fieldCommand(state: FieldState): Command | undefined {
  switch (state.state) {
    case 'missing': {
      const { wanted } = state
      const labels = { ru: wanted.label.ru ?? '', en: wanted.label.en ?? '' }
      return { method: 'crm.lead.userfield.add', params: { fields: {
        FIELD_NAME: wanted.code,
        USER_TYPE_ID: wanted.type,
        XML_ID: wanted.code,
        SHOW_FILTER: 'Y',
        EDIT_FORM_LABEL: labels,
        LIST_COLUMN_LABEL: labels,
        LIST_FILTER_LABEL: labels,
        ...(wanted.items.length > 0 && { LIST: listOf(wanted.items, 0) }),
      } } }
    }
    case 'incomplete': return {
      method: 'crm.lead.userfield.update',
      params: { id: state.field.ID, fields: { LIST: listOf(state.items, state.field.LIST.length) } },
    }
    case 'there':
    case 'differs': return undefined
  }
}

/** The map of fields that are all there; the states that are not are given back instead. */
export function mapFields(states: readonly FieldState[]): Result<FieldMap, readonly FieldState[]> {
  const unready = states.filter(state => state.state !== 'there')
  if (unready.length > 0) return failed(unready)
  const results: Record<string, string> = {}
  const answers: Record<string, string> = {}
  const choices: Record<string, Record<string, number>> = {}
  const lists: Record<string, Record<string, number>> = {}
  for (const state of states) {
    if (state.state !== 'there') continue
    const { wanted, field } = state
    const items = Object.fromEntries(wanted.items.map(item => [item.key, field.LIST.find(listed => listed.XML_ID === item.xmlId)?.ID ?? 0]))
    if ('question' in wanted.holds) {
      answers[wanted.holds.question] = wanted.code
      choices[wanted.holds.question] = items
    } else {
      results[wanted.holds.result] = wanted.code
      lists[wanted.holds.result] = items
    }
  }
  const map = parseFieldMap(JSON.stringify({ format: 1, results, answers, choices, classes: lists['class'] ?? {}, reasons: lists['reason'] ?? {} }))
  if (!map.ok) throw new Error('a complete set of fields must make a field map')
  return map
}

/** Makes what is missing, one request for each field: adding a column to many leads is slow. */
export async function makeFields(portal: Portal, states: readonly FieldState[]): Promise<Result<number, PortalError>> {
  let made = 0
  for (const state of states) {
    const command = fieldCommand(state)
    if (command === undefined) continue
    const sent = await portal.send({ field: command }, { halt: true })
    if (!sent.ok) return sent
    if (!sent.value.field.ok) return failed(sent.value.field.error)
    made += 1
  }
  return ok(made)
}
