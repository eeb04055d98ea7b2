import type { EditorMessages } from './editor-words.ts'
import { doctor, places } from './en/editor-doctor.ts'
import { bands, choices, questions, unfit } from './en/editor-questions.ts'
import { code, map, rules } from './en/editor-rules.ts'
import { editor, fields } from './en/editor.ts'

export const en: EditorMessages = { bands, choices, code, doctor, editor, fields, map, places, questions, rules, unfit }
