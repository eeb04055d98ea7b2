/** The JSON Schema (draft 7) of a valibot schema, for the parts of valibot that the codec of question sets uses. */
import type * as v from 'valibot'

export type JsonSchema = Readonly<Record<string, unknown>>

type Part = Readonly<Record<string, unknown>>

function isPart(value: unknown): value is Part {
  return (typeof value === 'object' || typeof value === 'function') && value !== null
}

function partsOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? value.filter(isPart) : []
}

function inPart(part: Part, key: string): Part {
  const inner = part[key]
  if (!isPart(inner)) throw new Error(`${String(part.type)}: nothing under ${key}`)
  return inner
}

/** What one further step of a pipe asks; checks that no JSON Schema can express are left to the app. */
function restriction(step: Part): JsonSchema {
  switch (step.type) {
    case 'max_length': return { maxLength: step.requirement }
    case 'regex': return { pattern: step.requirement instanceof RegExp ? step.requirement.source : undefined }
    case 'not_values': return { not: { enum: step.requirement } }
    case 'metadata': return isPart(step.metadata) ? step.metadata : {}
    case 'check':
    case 'readonly': return {}
    default: throw new Error(`no JSON Schema for the step ${String(step.type)}`)
  }
}

function restrictions(steps: readonly Part[]): JsonSchema {
  return Object.fromEntries(steps.flatMap(step => Object.entries(restriction(step))))
}

function objectOf(entries: Part, schemaOf: (part: Part) => JsonSchema): JsonSchema {
  const names = Object.keys(entries)
  const optional = (name: string) => inPart(entries, name).type === 'exact_optional'
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name, schemaOf(inPart(entries, name))])),
    required: names.filter(name => !optional(name)),
    additionalProperties: false,
  }
}

/** The schema, with the parts that have a name as definitions. */
export function jsonSchemaOf(schema: v.GenericSchema, parts: Readonly<Record<string, v.GenericSchema>>): JsonSchema {
  const names = new Map<unknown, string>(Object.entries(parts).map(([name, part]) => [part, name]))

  function bare(part: Part): JsonSchema {
    switch (part.type) {
      case 'string':
      case 'number':
      case 'boolean': return { type: part.type }
      case 'literal': return { const: part.literal }
      case 'picklist': return { enum: part.options }
      case 'exact_optional': return schemaOf(inPart(part, 'wrapped'))
      case 'nullable': return { anyOf: [schemaOf(inPart(part, 'wrapped')), { type: 'null' }] }
      case 'array': return { type: 'array', items: schemaOf(inPart(part, 'item')) }
      case 'strict_object': return objectOf(inPart(part, 'entries'), schemaOf)
      case 'record': return { type: 'object', propertyNames: schemaOf(inPart(part, 'key')), additionalProperties: schemaOf(inPart(part, 'value')) }
      case 'union':
      case 'variant': return { anyOf: partsOf(part.options).map(schemaOf) }
      case 'strict_tuple': {
        const items = partsOf(part.items).map(schemaOf)
        return { type: 'array', items, minItems: items.length, maxItems: items.length }
      }
      default: throw new Error(`no JSON Schema for ${String(part.type)}`)
    }
  }

  function whole(part: Part): JsonSchema {
    const [first, ...steps] = partsOf(part.pipe)
    if (first === undefined) return bare(part)
    const base = first === part || !Array.isArray(first.pipe) ? bare(first) : schemaOf(first)
    const { maxLength, ...rest } = restrictions(steps)
    return { ...base, ...rest, ...(maxLength !== undefined && { [base.type === 'array' ? 'maxItems' : 'maxLength']: maxLength }) }
  }

  function schemaOf(part: Part): JsonSchema {
    const name = names.get(part)
    return name === undefined ? whole(part) : { $ref: `#/definitions/${name}` }
  }

  if (!isPart(schema)) throw new Error('no schema')
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...whole(schema),
    definitions: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, isPart(part) ? whole(part) : {}])),
  }
}
