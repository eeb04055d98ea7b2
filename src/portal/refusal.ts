/** Why a portal refused to write a lead, as far as its words tell, and which lines the rest could be written without. */
import type { WriteLine } from '../domain/write-plan.ts'
import type { FieldMap } from './field-map.ts'
import { fieldOf, holderOf } from './lost-fields.ts'
import type { FieldHolder } from './lost-fields.ts'
import type { PortalError, PortalErrorKind } from './portal.ts'
import type { WriteReport } from './write-entry.ts'

/**
 * `required`: fields of the card that must be filled first, those that were named. `value`: the portal has no such list item
 * (any more). `stage`: it does not take the stage, or said nothing at all while a stage was among what was sent.
 */
export type Refusal =
  | { readonly kind: 'required'; readonly fields: readonly FieldHolder[] }
  | { readonly kind: 'value' | 'stage'; readonly lines: readonly WriteLine[] }
  | { readonly kind: 'other' }

const QUOTED = /(?:"|«|“|„|&quot;)([^"«»“”„&]+)(?:"|»|”|“|&quot;)/g

/** Names and codes that stand in quotes in the portal's words, as in `Invalid value for field "UF_CRM_X"`. */
function quoted(words: string): readonly string[] {
  return [...words.matchAll(QUOTED)].flatMap(([, name]) => name === undefined ? [] : [name.trim()])
}

/** Codes: `api-reference/crm/universal/crm-item-update.md`; an error of a stage has an empty code there, which leaves no result. */
export function whyRefused({ method, kind, code, description }: PortalError, lines: readonly WriteLine[], map: FieldMap): Refusal {
  if (method !== 'crm.item.update') return { kind: 'other' }
  const names = quoted(description)
  if (code === 'CRM_FIELD_ERROR_REQUIRED') return { kind: 'required', fields: names.map(name => holderOf(name, map)) }
  const stages = lines.filter(line => line.kind === 'stage')
  if (code === 'CRM_FIELD_ERROR_VALUE_NOT_VALID' && !names.some(name => /^stage_?id$/i.test(name))) {
    const refused = lines.filter(line => names.includes(fieldOf(line, map) ?? ''))
    return refused.length > 0 ? { kind: 'value', lines: refused } : { kind: 'other' }
  }
  return stages.length > 0 && (kind === 'refused' || kind === 'no-result') ? { kind: 'stage', lines: stages } : { kind: 'other' }
}

const BEFORE_RUNNING: readonly PortalErrorKind[] = ['not-allowed', 'no-access', 'missing-scope', 'no-rest', 'busy', 'expired']

/** Did the portal refuse the request as a whole, so that none of its commands ran? */
export function neverRan(error: PortalError): boolean {
  return BEFORE_RUNNING.includes(error.kind)
}

const UNCLEAR = ['INTERNAL_SERVER_ERROR', 'ERROR_UNEXPECTED_ANSWER']

/** Is it a failure of the portal's own, after which nobody knows what it had done (`_includes/system-errors.md`)? */
export function isPortalsOwn({ code }: PortalError): boolean {
  return UNCLEAR.includes(code)
}

/** The error that kept a halting batch from writing anything; nothing when something was written, or when that is not known. */
export function refusedBy({ steps: [first, ...rest] }: Pick<WriteReport, 'steps'>): PortalError | undefined {
  if (first?.state !== 'failed' || rest.some(step => step.state !== 'not-run') || isPortalsOwn(first.error)) return undefined
  switch (first.error.kind) {
    case 'unreachable':
    case 'unreadable': return undefined
    // a portal that halted there met an error
    case 'no-result': return rest.length > 0 ? first.error : undefined
    case 'not-allowed':
    case 'no-access':
    case 'missing-scope':
    case 'no-rest':
    case 'not-found':
    case 'busy':
    case 'expired':
    case 'not-run':
    case 'refused': return first.error
  }
}

/** These pass by themselves. */
const PASSING: readonly PortalErrorKind[] = ['busy', 'unreachable', 'expired', 'no-result', 'unreadable', 'not-run']

/** Is it worth to ask the same again, because the portal only had no answer just now? */
export function isPassing(error: PortalError): boolean {
  return PASSING.includes(error.kind) || isPortalsOwn(error)
}
