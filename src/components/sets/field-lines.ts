/** What is to be made of lead fields, or cannot be, in lines. */
import type { Text } from '../../domain/question-set.ts'
import type { SetsWords } from '../../i18n/sets-words.ts'
import type { FieldState } from '../../stores/set-draft.ts'

export function fieldLines(fields: readonly FieldState[], { fields: words }: SetsWords['sets']['publishing'], say: (text: Text) => string): readonly string[] {
  return fields.flatMap((field) => {
    const label = say(field.wanted.label) || field.wanted.code
    switch (field.state) {
      case 'there': return []
      case 'missing': return [words.missing(label)]
      case 'incomplete': return [words.incomplete(label, field.items.map(item => item.label).join(', '))]
      case 'differs': return [words.differs(label, field.wanted.code)]
    }
  })
}
