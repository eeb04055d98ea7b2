/** Compares the structure of two JSON values: which keys are there, and of which JSON type everything is. */

function jsonType(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return jsonType(value) === 'object'
}

/** What the value lacks of the documented one, each with its place; more keys than documented are no difference. */
export function differences(documented: unknown, value: unknown, place = 'result'): readonly string[] {
  const [expected, found] = [jsonType(documented), jsonType(value)]
  if (expected !== found) return [`${place}: ${expected} in the documentation, ${found} here`]
  if (Array.isArray(documented) && Array.isArray(value)) {
    const [row] = documented as readonly unknown[]
    return row === undefined ? [] : value.flatMap((one: unknown, index) => differences(row, one, `${place}[${index}]`))
  }
  if (!isObject(documented) || !isObject(value)) return []
  return Object.entries(documented).flatMap(([key, inner]) =>
    Object.hasOwn(value, key) ? differences(inner, value[key], `${place}.${key}`) : [`${place}.${key}: missing`])
}
