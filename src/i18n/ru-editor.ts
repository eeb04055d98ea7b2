/** Russian: what the set editor says. */
import { doctor, places } from './ru/editor-doctor.ts'
import { general } from './ru/editor-general.ts'
import { plan, potential } from './ru/editor-plan.ts'
import { bands, choices, questions, unfit } from './ru/editor-questions.ts'
import { code, map, rules } from './ru/editor-rules.ts'
import { alerts, texts } from './ru/editor-texts.ts'
import { editor, fields } from './ru/editor.ts'

export const ru = {
  alerts, bands, choices, code, doctor, editor, fields, general, map, places, plan, potential, questions, rules, texts, unfit,
}
