/** The path in words: each question that is asked, with its answer. */
import { answerTo, chosen } from '../../domain/answers.ts'
import type { Answer, Answers } from '../../domain/answers.ts'
import { textIn } from '../../domain/question-set.ts'
import type { Question, QuestionSet } from '../../domain/question-set.ts'
import { formatMoney } from '../../i18n/format.ts'
import type { FirstWords } from '../../i18n/words.ts'
import type { PathStep } from './RunPath.vue'

function answerWords(set: QuestionSet, question: Question, answer: Answer, { language, messages }: FirstWords): string | undefined {
  switch (answer.kind) {
    case 'unknown': return messages.question.unknown
    case 'text': return answer.text
    case 'amount': return formatMoney(language, answer.amount, set.currency)
    case 'choice': {
      const choice = chosen(question, answer)
      return choice && textIn(choice.label, language, set.defaultLanguage)
    }
  }
}

/** The steps of the path; an answer that the set no longer has counts as none. */
export function pathSteps(set: QuestionSet, asked: readonly Question[], answers: Answers, words: FirstWords): readonly PathStep[] {
  return asked.map((question) => {
    const answer = answerTo(answers, question.id)
    return {
      id: question.id,
      name: textIn(question.name, words.language, set.defaultLanguage),
      answer: answer && answerWords(set, question, answer, words),
      optional: question.optional === true,
    }
  })
}
