/** Explanations in sentences. */
import type { ClassExplanation, CoefficientExplanation, Ground, LetterExplanation, NearestChange } from '../../domain/explain.ts'
import { classTriple } from '../../domain/lead-class.ts'
import type { PotentialResult } from '../../domain/potential.ts'
import { textIn } from '../../domain/question-set.ts'
import type { QuestionSet, Text } from '../../domain/question-set.ts'
import { formatMoney } from '../../i18n/format.ts'
import type { Words } from '../../i18n/words.ts'

export interface Speaker {
  readonly words: Words
  readonly set: QuestionSet
}

function text({ words, set }: Speaker, value: Text): string {
  return textIn(value, words.language, set.defaultLanguage)
}

function groundWords(speaker: Speaker, ground: Ground): string {
  const { result } = speaker.words.messages
  const name = text(speaker, ground.question.name)
  switch (ground.state) {
    case 'hidden': return result.groundHidden(name)
    case 'open': return result.groundOpen(name)
    case 'known': {
      const choice = ground.choice ? text(speaker, ground.choice.label) : result.unknownLetter
      return `${result.ground(name, choice)}${ground.lifted ? `, ${result.lifted}` : ''}`
    }
  }
}

/** Each question once, with all of its answers that would do. */
function changeWords(speaker: Speaker, { changes }: NearestChange): string {
  const { result } = speaker.words.messages
  const questions = [...new Set(changes.map(change => change.question))]
  return result.or(questions.map((question) => {
    const answers = changes
      .filter(change => change.question === question)
      .map(change => change.offer ? result.changeOffer : result.changeTo(text(speaker, change.choice.label)))
    return result.change(text(speaker, question.name), result.or([...new Set(answers)]))
  }))
}

/** Why this letter, and what would better it. */
export function letterSentences(speaker: Speaker, explanation: LetterExplanation): readonly string[] {
  const { result } = speaker.words.messages
  const grounds = explanation.grounds.map(ground => groundWords(speaker, ground)).join('; ')
  const worst = explanation.grounds.length > 1 && explanation.letter !== '?' ? ` (${result.worst})` : ''
  return [
    `${explanation.letter} — ${grounds}${worst}.`,
    ...(explanation.nearest ? [`${result.nearestCode(changeWords(speaker, explanation.nearest), explanation.nearest.score.code)}.`] : explanation.letter === 'A' ? [result.best] : []),
  ]
}

/** Why this class, and what would better it. */
export function classSentences(speaker: Speaker, explanation: ClassExplanation): readonly string[] {
  const { result } = speaker.words.messages
  const { nearest } = explanation
  const grounds = explanation.grounds.map(ground => groundWords(speaker, ground)).join('; ')
  const reached = nearest?.score.class.state === 'decided' ? classTriple(nearest.score.class.class) : undefined
  // a set without class rules looks at no question
  return [...(grounds === '' ? [] : [`${grounds}.`]), ...(nearest && reached !== undefined ? [`${result.nearestClass(changeWords(speaker, nearest), reached)}.`] : [])]
}

function sourceWords(speaker: Speaker, potential: PotentialResult): string {
  const { messages: { result }, language } = speaker.words
  switch (potential.source) {
    case 'typed':
    case 'lead': return `${text(speaker, potential.band.label)} — ${result.source[potential.source](formatMoney(language, potential.amount, speaker.set.currency))}`
    case 'band': return `${text(speaker, potential.band.label)} — ${result.source.band}`
    case 'cannot-pay':
    case 'none': return result.source[potential.source]
  }
}

/** Where the coefficient comes from, and the amount from which it would be higher. */
export function coefficientSentences(speaker: Speaker, { potential, nearest }: CoefficientExplanation): readonly string[] {
  const { messages: { result }, language } = speaker.words
  return [
    `${sourceWords(speaker, potential)}.`,
    ...(nearest ? [result.nextBand(formatMoney(language, nearest.from, speaker.set.currency), nearest.coefficient)] : []),
  ]
}
