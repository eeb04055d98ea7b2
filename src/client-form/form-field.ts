/** One field of the vendor's form: a list of which an item is chosen, or a text. */
import { isObject, method, property, textAt } from './unknown-object.ts'

export interface FormField {
  readonly name: string
  readonly label: string
  /** Puts a value into the field, or empties it; throws when the field holds something else afterwards. */
  readonly set: (value: string | undefined) => void
}

/** What a field cannot be used for; the text is for the site's owner. */
export class FormProblem extends Error {}

function held(field: unknown): readonly string[] {
  const values = method(field, 'values')?.()
  return Array.isArray(values) ? values.flatMap((value: unknown) => typeof value === 'string' || typeof value === 'number' ? [String(value)] : []).filter(value => value !== '') : []
}

function holds(field: unknown, value: string | undefined): boolean {
  const now = held(field)
  return value === undefined ? now.length === 0 : now.length === 1 && now[0] === value
}

/** Some versions of the form take an empty list for nothing to do: then the items themselves are let go. */
function letGo(field: unknown): void {
  const items = property(field, 'items')
  if (!Array.isArray(items)) return
  for (const item of items as readonly unknown[]) {
    if (isObject(item) && property(item, 'selected') === true) Reflect.set(item, 'selected', false)
  }
}

function put(field: unknown, name: string, value: string | undefined): void {
  const setValues = method(field, 'setValues')
  if (setValues === undefined) throw new FormProblem(`the field ${name} takes no values`)
  if (holds(field, value)) return
  setValues(value === undefined ? [] : [value])
  if (holds(field, value)) return
  letGo(field)
  if (value !== undefined) setValues([value])
  if (!holds(field, value)) throw new FormProblem(`the field ${name} does not keep what it is given`)
}

/**
 * The list of this name, which must offer these items and may stay empty. Throws a {@link FormProblem} when there is none, or several,
 * or one that cannot be used.
 */
export function findList(fields: readonly unknown[], name: string, items: readonly number[]): FormField {
  const [field, ...others] = fields.filter(one => textAt(one, 'name') === name)
  if (field === undefined) throw new FormProblem(`the form has no field ${name}`)
  if (others.length > 0) throw new FormProblem(`the form has the field ${name} more than once`)
  if (!method(field, 'setValues') || !method(field, 'values')) throw new FormProblem(`the field ${name} is not like the fields of a CRM form`)
  const offered = property(field, 'items')
  const values = new Set(Array.isArray(offered) ? offered.map((item: unknown) => textAt(item, 'value')) : [])
  const missing = items.find(item => !values.has(String(item)))
  if (missing !== undefined) throw new FormProblem(`the field ${name} does not offer item ${missing}`)
  if (property(field, 'required') === true) throw new FormProblem(`the field ${name} is required, and a client may skip every question`)
  if (property(field, 'visible') === false) throw new FormProblem(`the field ${name} is hidden by the form's own rules`)
  return { name, label: textAt(field, 'label') ?? '', set: value => put(field, name, value) }
}
