/** `npx tsx scripts/set-schema.ts`: writes the JSON Schema of question set files, after the codec was changed. */
import { writeFileSync } from 'node:fs'
import { printSetSchema, SCHEMA_FILE } from './set-schema/set-schema.ts'

writeFileSync(SCHEMA_FILE, printSetSchema())
console.log(`${SCHEMA_FILE} is up to date`)
