/** A field of the lead by its name on the screen. */
import { textIn } from '../../domain/question-set.ts'
import type { QuestionSet } from '../../domain/question-set.ts'
import type { Words } from '../../i18n/words.ts'
import type { FieldHolder } from './states.ts'

export interface FieldWords extends Words {
  readonly set: QuestionSet
}

/** The question's or result's name; a field that is none of ours goes by what the portal calls it. */
export function fieldName(field: FieldHolder, { language, messages: { save, trouble }, set }: FieldWords): string {
  if ('other' in field) return field.other
  if ('question' in field) {
    const asked = set.questions.find(({ id }) => id === field.question)
    return asked ? textIn(asked.name, language, set.defaultLanguage) : field.question
  }
  return { ...save.fields, ...trouble.recordFields }[field.result]
}
