import type { EditorMessages } from './editor-words.ts'
import { doctor, places } from './en/editor-doctor.ts'
import { editor, fields } from './en/editor.ts'

export const en: EditorMessages = { doctor, editor, fields, places }
