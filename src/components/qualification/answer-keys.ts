/** The keyboard of the lead tab: intents become what the store does. */
import { onBeforeUnmount, onMounted } from 'vue'
import type { ShallowRef } from 'vue'
import { answerTo, offerIsOpen } from '../../domain/answers.ts'
import { askedQuestions } from '../../domain/asked-questions.ts'
import { choicesOf } from '../../domain/question-set.ts'
import type { Question } from '../../domain/question-set.ts'
import type { useQualification } from '../../stores/qualification.ts'
import { focusOf, intentOf } from './keys.ts'
import type { Intent } from './keys.ts'

export interface AnswerKeys {
  /** The part of the screen that asks; it takes the focus when a question is answered by key. */
  readonly asked: Readonly<ShallowRef<HTMLElement | null>>
  readonly save: () => Promise<void>
  readonly showHelp: () => void
}

export function useAnswerKeys(store: ReturnType<typeof useQualification>, { asked, save, showHelp }: AnswerKeys): { readonly next: () => void } {
  function choose(question: Question, index: number): void {
    if (offerIsOpen(question, answerTo(store.run.answers, question.id))) {
      if (index < 2) store.takeOffer(question.id, index === 0 ? 'yes' : 'no')
      return
    }
    const choice = choicesOf(question)[index]
    if (choice) store.choose(question.id, choice.id)
  }

  /** Behind the end of a saved run it begins anew. Who may only read confirms nothing and just looks at the next question. */
  function next(): void {
    if (!store.readOnly) return store.question || store.dirty ? store.next() : store.again()
    const questions = askedQuestions(store.set, store.run.answers)
    const at = questions.findIndex(question => question.id === store.run.current)
    const following = at < 0 ? undefined : questions[at + 1]
    if (following) store.goTo(following.id)
  }

  async function act(intent: Intent): Promise<void> {
    const question = store.question
    switch (intent.kind) {
      case 'save': return store.readOnly ? undefined : save()
      case 'help': return showHelp()
      case 'back': return store.back()
      case 'next': return next()
      case 'unknown': return question && !store.readOnly ? store.dontKnow(question.id) : undefined
      case 'choose': return question && !store.readOnly ? choose(question, intent.index) : undefined
    }
  }

  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    const intent = intentOf(event, focusOf(event.target))
    if (!intent || (!store.lead && intent.kind !== 'help')) return
    event.preventDefault()
    // a key that is held down would answer the questions that follow, too
    if (event.repeat) return
    // whatever had the focus before, the Enter after an answer is about the question
    const answers = intent.kind === 'choose' || intent.kind === 'unknown' || intent.kind === 'next'
    if (answers && !asked.value?.contains(document.activeElement)) asked.value?.focus({ preventScroll: true })
    void act(intent)
  }

  onMounted(() => { document.addEventListener('keydown', onKey) })
  onBeforeUnmount(() => { document.removeEventListener('keydown', onKey) })
  return { next }
}
