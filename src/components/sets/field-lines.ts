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
      case 'incomplete': {
        const items = field.items.map(item => item.label).join(', ')
        const lines = [...items ? [words.incomplete(label, items)] : [], ...field.lost ? [words.codes(label)] : []]
        // else the field stands in filters and must not
        return lines.length > 0 ? lines : [words.filter(label)]
      }
      case 'differs': return [words.differs(label, field.wanted.code)]
    }
  })
}
