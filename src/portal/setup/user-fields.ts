/** Making the lead's user fields what the sets need; safe to run twice. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { decode } from '../decode.ts'
import type { FieldMap } from '../field-map.ts'
import { parseFieldMap } from '../field-map.ts'
import type { Language } from '../../domain/question-set.ts'
import type { Command, Portal, PortalError, Reply } from '../portal.ts'
import type { FieldType, WantedField, WantedItem } from './wanted-fields.ts'

const Id = v.pipe(v.union([v.string(), v.number()]), v.transform(Number))
const UserFields = v.array(v.object({
  ID: Id,
  FIELD_NAME: v.string(),
  USER_TYPE_ID: v.string(),
  MULTIPLE: v.optional(v.string()),
  MANDATORY: v.optional(v.string()),
  SHOW_FILTER: v.optional(v.string()),
  EDIT_FORM_LABEL: v.optional(v.nullable(v.string())),
  LIST: v.optional(v.array(v.object({ ID: Id, VALUE: v.string(), XML_ID: v.nullish(v.string(), '') })), []),
}))

/** A user field as the portal has it. */
export type UserField = v.InferOutput<typeof UserFields>[number]

/** An item that is ours by its label and has lost its XML_ID, or got another. */
export interface LostItem {
  readonly item: WantedItem
  readonly id: number
}

/**
 * `there`; `missing`; `incomplete`: `items` are missing, `lost` ones can be taken back, or the field stands in filters and must
 * not; `differs`: the code is taken by a field of another type, or of several values.
 */
export type FieldState =
  | { readonly state: 'there'; readonly wanted: WantedField; readonly field: UserField }
  | { readonly state: 'missing'; readonly wanted: WantedField }
  | { readonly state: 'incomplete'; readonly wanted: WantedField; readonly field: UserField; readonly items: readonly WantedItem[]; readonly lost?: readonly LostItem[] }
  | { readonly state: 'differs'; readonly wanted: WantedField; readonly field: UserField }

/** All user fields of leads in one answer (`api-reference/crm/leads/userfield/crm-lead-userfield-list.md`), with their names in this language. */
export function userFieldsCommand(language: Language): Command {
  return { method: 'crm.lead.userfield.list', params: { order: { SORT: 'ASC' }, filter: { LANG: language } } }
}

export function readFields(reply: Reply): Result<readonly UserField[], PortalError> {
  return reply.ok ? decode('crm.lead.userfield.list', UserFields, reply.value) : reply
}

/** All user fields of leads. */
export async function readUserFields(portal: Portal): Promise<Result<readonly UserField[], PortalError>> {
  const sent = await portal.send({ fields: userFieldsCommand('ru') }, { halt: true })
  return sent.ok ? readFields(sent.value.fields) : sent
}

function sameLabel(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** The portal's item for this one; in a field that was there before, the one that was chosen for it, or of the same label. */
export function itemIn(field: UserField, item: WantedItem, given: WantedField['given']): UserField['LIST'][number] | undefined {
  const chosen = given && field.LIST.find(listed => listed.ID === given[item.key])
  return chosen ?? field.LIST.find(listed => listed.XML_ID === item.xmlId) ?? (given && field.LIST.find(listed => sameLabel(listed.VALUE, item.label)))
}

export function isFitting(field: UserField, type: FieldType): boolean {
  return field.USER_TYPE_ID === type && field.MULTIPLE !== 'Y'
}

/** What is there of what is wanted. */
export function compareFields(wanted: readonly WantedField[], existing: readonly UserField[]): readonly FieldState[] {
  return wanted.map((field): FieldState => {
    const found = existing.find(candidate => candidate.FIELD_NAME === field.code)
    if (found === undefined) return { state: 'missing', wanted: field }
    if (!isFitting(found, field.type)) return { state: 'differs', wanted: field, field: found }
    const lacking = field.items.filter(item => itemIn(found, item, field.given) === undefined)
    const lost = lacking.flatMap((item) => {
      const same = found.LIST.find(listed => sameLabel(listed.VALUE, item.label) && !field.items.some(other => other.xmlId === listed.XML_ID))
      return same ? [{ item, id: same.ID }] : []
    })
    const items = lacking.filter(item => !lost.some(one => one.item === item))
    const shows = field.unfiltered === true && found.SHOW_FILTER !== undefined && found.SHOW_FILTER !== 'N'
    return lacking.length > 0 || shows ? { state: 'incomplete', wanted: field, field: found, items, ...lost.length > 0 && { lost } } : { state: 'there', wanted: field, field: found }
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
        SHOW_FILTER: wanted.unfiltered ? 'N' : 'Y',
        EDIT_FORM_LABEL: labels,
        LIST_COLUMN_LABEL: labels,
        LIST_FILTER_LABEL: labels,
        ...(wanted.items.length > 0 && { LIST: listOf(wanted.items, 0) }),
      } } }
    }
    case 'incomplete': return {
      method: 'crm.lead.userfield.update',
      params: { id: state.field.ID, fields: {
        ...(state.items.length + (state.lost?.length ?? 0) > 0 && { LIST: [
          ...(state.lost ?? []).map(({ item, id }) => ({ ID: id, VALUE: item.label, XML_ID: item.xmlId })),
          ...listOf(state.items, state.field.LIST.length),
        ] }),
        ...(state.wanted.unfiltered && { SHOW_FILTER: 'N' }),
      } },
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
    const items = Object.fromEntries(wanted.items.map(item => [item.key, itemIn(field, item, wanted.given)?.ID ?? 0]))
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
