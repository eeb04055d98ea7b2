/** Edits of the question that a horizon question may carry: ready now for a good offer? */
import type { Language, SetDraft } from '../question-set.ts'
import { put, putOrDrop } from './change.ts'
import { changeQuestion } from './questions.ts'
import { withWords, withWordsOrNone } from './words.ts'

/** With the offer question, empty at first, or without it. */
export function setOffer(set: SetDraft, id: string, asked: boolean): SetDraft {
  return changeQuestion(set, id, question => question.kind === 'horizon'
    ? putOrDrop(question, 'offer', asked ? question.offer ?? { script: {} } : undefined)
    : question)
}

/** With other words in the offer question. */
export function setOfferText(set: SetDraft, id: string, which: 'script' | 'clientWording' | 'hint', language: Language, words: string): SetDraft {
  return changeQuestion(set, id, (question) => {
    if (question.kind !== 'horizon' || question.offer === undefined) return question
    const { offer } = question
    return put(question, 'offer', which === 'script'
      ? put(offer, which, withWords(offer.script, language, words))
      : putOrDrop(offer, which, withWordsOrNone(offer[which], language, words)))
  })
}
