/** A lead that does not exist, to show how a text reads: it is made of the set as far as the set says something. */
import { classTriple } from '../../../domain/lead-class.ts'
import { choicesOf, textIn } from '../../../domain/question-set.ts'
import type { Language, SetDraft, Text } from '../../../domain/question-set.ts'
import type { TextValues } from '../../../domain/set-texts.ts'
import { touchArithmetic } from '../../../domain/touches.ts'
import type { EditorMessages } from '../../../i18n/editor-words.ts'
import { formatInstant, formatMoney, formatNumber } from '../../../i18n/format.ts'
import type { FirstMessages } from '../../../i18n/words.ts'
import { ownZone } from '../plan/own-zone.ts'

/** `full`: everything is known; `open`: the amount and one answer are not, and so neither class nor touches. */
export type Example = 'full' | 'open'

export interface ExampleWords {
  readonly language: Language
  readonly first: FirstMessages
  readonly example: EditorMessages['texts']['example']
}

function answersOf(set: SetDraft, of: (text: Text) => string, most: number): string {
  return set.questions.flatMap((question) => {
    const [choice] = choicesOf(question)
    return choice ? [`${of(question.name)}: ${of(choice.label)}`] : []
  }).slice(0, most).join('\n')
}

/** `now`: epoch milliseconds; the next step is due then. */
export function exampleValues(set: SetDraft, { language, first: { basics }, example }: ExampleWords, which: Example, now: number): TextValues {
  const of = (text: Text | undefined) => textIn(text, language, set.defaultLanguage)
  const isFull = which === 'full'
  const [step] = set.followUp.steps
  const coefficient = Math.max(0, ...set.potential.bands.map(band => band.coefficient))
  const zone = set.followUp.workingTime.zone ?? ownZone()
  return {
    title: example.title,
    client: example.client,
    responsible: example.responsible,
    code: set.code.map((_, index) => isFull || index === 0 ? 'A' : '?').join(''),
    class: isFull ? classTriple('A') : '',
    coefficient: isFull ? formatNumber(language, coefficient) : '',
    amount: isFull ? formatMoney(language, set.notices.largeOrder, set.currency) : example.unknownAmount,
    touches: isFull ? example.touches(touchArithmetic(set.followUp.base, coefficient, false).touches) : '',
    important: isFull ? example.important : '',
    reason: isFull ? of(set.reasons[0]?.label) : '',
    next: of(step?.name),
    channel: basics.channels[step?.channel ?? 'call'],
    when: formatInstant(language, now, zone, now),
    instruction: of(step?.instruction),
    answers: answersOf(set, of, isFull ? Infinity : 1),
    notes: isFull ? example.notes : '',
    set: of(set.name),
  }
}
