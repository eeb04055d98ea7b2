/** Holds values against a JSON Schema (draft 7), as far as the schema of question sets uses it; anything else in a schema throws. */

type Schema = Readonly<Record<string, unknown>>

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function schemaIn(value: unknown): Schema {
  return isSchema(value) ? value : expectNever(value)
}

function expectNever(value: unknown): never {
  throw new Error(`not expected in a schema: ${JSON.stringify(value)}`)
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : expectNever(value)
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : expectNever(value)
}

function hasType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'object': return isSchema(value)
    case 'array': return Array.isArray(value)
    case 'null': return value === null
    case 'integer': return Number.isInteger(value)
    case 'number': return Number.isFinite(value)
    case 'string':
    case 'boolean': return typeof value === type
    default: return expectNever(type)
  }
}

/** Does the value fit the schema? */
export function fitsSchema(root: Schema, value: unknown): boolean {
  const definitions = schemaIn(root.definitions)

  function fits(schema: Schema, each: unknown): boolean {
    return Object.entries(schema).every(([keyword, wanted]): boolean => {
      const entries = isSchema(each) ? Object.entries(each) : []
      switch (keyword) {
        case '$schema':
        case 'title':
        case 'description':
        case 'definitions': return true
        case '$ref': return fits(schemaIn(definitions[String(wanted).replace('#/definitions/', '')]), each)
        case 'type': return hasType(each, wanted)
        case 'const': return each === wanted
        case 'enum': return listIn(wanted).includes(each)
        case 'not': return !fits(schemaIn(wanted), each)
        case 'anyOf': return listIn(wanted).some(one => fits(schemaIn(one), each))
        case 'pattern': return typeof each !== 'string' || new RegExp(String(wanted), 'u').test(each)
        case 'maxLength': return typeof each !== 'string' || each.length <= numberIn(wanted)
        case 'minimum': return typeof each !== 'number' || each >= numberIn(wanted)
        case 'maximum': return typeof each !== 'number' || each <= numberIn(wanted)
        case 'minItems': return !Array.isArray(each) || each.length >= numberIn(wanted)
        case 'maxItems': return !Array.isArray(each) || each.length <= numberIn(wanted)
        case 'items': return !Array.isArray(each) || each.every((item: unknown, index) =>
          fits(schemaIn(Array.isArray(wanted) ? listIn(wanted)[index] ?? {} : wanted), item))
        case 'required': return !isSchema(each) || listIn(wanted).every(name => Object.hasOwn(each, String(name)))
        case 'properties': {
          const properties = schemaIn(wanted)
          return entries.every(([name, entry]) => !Object.hasOwn(properties, name) || fits(schemaIn(properties[name]), entry))
        }
        case 'propertyNames': return entries.every(([name]) => fits(schemaIn(wanted), name))
        case 'additionalProperties': {
          const properties = isSchema(schema.properties) ? schema.properties : {}
          return entries.every(([name, entry]) => Object.hasOwn(properties, name) || (wanted !== false && fits(schemaIn(wanted), entry)))
        }
        default: return expectNever(keyword)
      }
    })
  }

  return fits(root, value)
}
