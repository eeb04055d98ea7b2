/** The JSON Schema of question set files, made of the codec that reads them. */
import { STORED_PARTS, StoredSet } from '../../src/domain/set-codec.ts'
import { jsonSchemaOf } from './json-schema-of.ts'
import type { JsonSchema } from './json-schema-of.ts'

export const SCHEMA_FILE = 'docs/question-set.schema.json'

const WORDS = {
  title: 'Triple A question set',
  description: 'A question set as Triple A exports and imports it. Beyond this form the app asks for time zones and dates that exist, and examines what the set means before it is published.',
}

/** The schema; a file may name it under `$schema`. */
export function setSchema(): JsonSchema {
  const { $schema, properties, ...rest } = jsonSchemaOf(StoredSet, STORED_PARTS)
  return { $schema, ...WORDS, ...rest, properties: { $schema: { type: 'string' }, ...(typeof properties === 'object' ? properties : {}) } }
}

/** The text of the file. */
export function printSetSchema(): string {
  return `${JSON.stringify(setSchema(), null, 2)}\n`
}
