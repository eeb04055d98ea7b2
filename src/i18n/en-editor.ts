import type { EditorMessages } from './editor-words.ts'
import { doctor, places } from './en/editor-doctor.ts'
import { general } from './en/editor-general.ts'
import { plan, potential } from './en/editor-plan.ts'
import { bands, choices, questions, unfit } from './en/editor-questions.ts'
import { code, map, rules } from './en/editor-rules.ts'
import { alerts, texts } from './en/editor-texts.ts'
import { editor, fields } from './en/editor.ts'

export const en: EditorMessages = {
  alerts, bands, choices, code, doctor, editor, fields, general, map, places, plan, potential, questions, rules, texts, unfit,
}
