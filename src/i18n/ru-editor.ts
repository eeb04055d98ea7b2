/** Russian: what the set editor says. */
import { doctor, places } from './ru/editor-doctor.ts'
import { bands, choices, questions, unfit } from './ru/editor-questions.ts'
import { code, map, rules } from './ru/editor-rules.ts'
import { editor, fields } from './ru/editor.ts'

export const ru = { bands, choices, code, doctor, editor, fields, map, places, questions, rules, unfit }
