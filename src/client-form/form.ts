/** The vendor's form, as far as the questionnaire needs it. Nothing about it is documented: whatever is not as expected is a problem. */
import { setReference } from '../domain/question-set.ts'
import type { PublicSet } from '../domain/public-set.ts'
import { findList, FormProblem } from './form-field.ts'
import type { FormField } from './form-field.ts'
import type { FieldValue } from './questionnaire.ts'
import { method, property, textAt } from './unknown-object.ts'

export interface ClientForm {
  /** In which the form speaks, as it names it. */
  readonly language: string | undefined
  /** The element that holds contact fields, consents and the button. */
  readonly body: HTMLElement
  /** What shows the qualification fields. */
  readonly places: readonly HTMLElement[]
  /** Hands values over to the form's own fields; throws a {@link FormProblem} when one is not taken. */
  readonly fill: (values: readonly FieldValue[]) => void
}

/** Fields of leads have names such as `LEAD_UF_CRM_ABC_NEED`. */
const OWNER = 'LEAD_'

export function formNumber(form: unknown): string | undefined {
  return textAt(property(form, 'identification'), 'id')
}

/** The whole form in the page; nothing while it is not drawn, such as a pop-up that was not opened. */
function rootOf(form: unknown): Element | undefined {
  const id = method(form, 'getId')?.()
  const drawn = typeof id === 'string' || typeof id === 'number' ? document.getElementById(`b24-${id}`) : null
  const node = property(form, 'node')
  const root = drawn ?? (node instanceof Element && node.isConnected ? node : undefined)
  return root?.querySelector('form') ? root : undefined
}

export function isDrawn(form: unknown): boolean {
  return rootOf(form) !== undefined
}

function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').replace(/\s*\*\s*$/, '').trim()
}

function placeOf(body: Element, { name, label }: FormField): HTMLElement {
  const places = [...body.querySelectorAll<HTMLElement>('.b24-form-field')]
    .filter(place => plain(place.querySelector('.b24-form-control-label')?.textContent) === plain(label))
  const [place] = places
  if (place === undefined || places.length > 1) throw new FormProblem(`the field ${name} (“${label}”) cannot be found in the page`)
  return place
}

/** Takes a drawn form with all fields of the set. Throws a {@link FormProblem} for any other, before anything of it was changed. */
export function takeForm(form: unknown, set: PublicSet): ClientForm {
  const fields = method(form, 'getFields')?.()
  if (!Array.isArray(fields)) throw new FormProblem('the form does not tell its fields')
  if (set.questions.length === 0) throw new FormProblem('the question set has no question for clients')
  if (method(property(form, 'pager'), 'iterable')?.() === true) throw new FormProblem('the form has several pages')
  const lists = new Map(set.questions.map(({ field, choices }) => [field, findList(fields, `${OWNER}${field}`, choices.map(({ item }) => item))]))
  const body = rootOf(form)?.querySelector('form')
  if (!body) throw new FormProblem('the form is not drawn where it is expected')
  const places = [...lists.values()].map(field => placeOf(body, field))
  const reference: unknown = fields.find(field => textAt(field, 'name') === `${OWNER}${set.reference}`)
  return {
    language: textAt(form, 'language'),
    body,
    places,
    fill: (values) => {
      method(reference, 'setValues')?.([setReference(set)])
      for (const { field, item } of values) lists.get(field)?.set(item === undefined ? undefined : String(item))
    },
  }
}
