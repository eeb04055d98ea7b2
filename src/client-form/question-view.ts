/** One question on the screen: its choices, "I don't know", back, skip and next. */
import type { PublicQuestion } from '../domain/public-set.ts'
import { textIn } from '../domain/question-set.ts'
import type { Language, Text } from '../domain/question-set.ts'
import { element } from './element.ts'
import type { Reply } from './questionnaire.ts'
import type { Words } from './words.ts'

export interface QuestionWishes {
  readonly question: PublicQuestion
  /** What was replied before, if anything was. */
  readonly reply: Reply | undefined
  readonly isFirst: boolean
  readonly words: Words
  readonly language: Language
  readonly fallback: Language
  readonly onReply: (reply: Reply) => void
  readonly onBack: () => void
}

export interface Stage {
  readonly node: HTMLElement
  /** Where somebody goes on who came here by a key or a click. */
  readonly focus: HTMLElement | undefined
}

interface Option {
  readonly reply: Reply
  readonly node: HTMLLabelElement
  readonly input: HTMLInputElement
}

function optionOf(reply: Reply, label: string, isChosen: boolean): Option {
  const input = element('input', { type: 'radio', name: 'answer' })
  input.checked = isChosen
  return { reply, input, node: element('label', { class: isChosen ? 'chosen' : '' }, input, element('span', {}, label)) }
}

function isSame(reply: Reply, other: Reply | undefined): boolean {
  return typeof reply === 'object' && typeof other === 'object' ? reply.choice === other.choice : reply === other
}

function button(kind: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, label)
  made.addEventListener('click', onClick)
  return made
}

/** Radio buttons of the browser's own: arrow keys choose, Enter goes on, Escape does nothing. */
export function questionStage({ question, reply, isFirst, words, language, fallback, onReply, onBack }: QuestionWishes): Stage {
  const say = (text: Text): string => textIn(text, language, fallback)
  const options = [
    ...question.choices.map(({ id, label }) => optionOf({ choice: id }, say(label), isSame({ choice: id }, reply))),
    optionOf('unknown', words.unknown, reply === 'unknown'),
  ]
  const alert = element('p', { role: 'alert' })
  const fieldset = element('fieldset', {}, element('legend', {}, say(question.wording)), ...options.map(({ node }) => node))
  const form = element('form', { class: 'stage', novalidate: '' }, fieldset, alert, element('div', { class: 'steps' },
    ...isFirst ? [] : [button('back', words.back, onBack)],
    button('skip', words.skip, () => onReply('skipped')),
    element('button', { type: 'submit', class: 'next' }, words.next),
  ))
  form.addEventListener('change', () => {
    alert.textContent = ''
    for (const { node, input } of options) node.className = input.checked ? 'chosen' : ''
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const chosen = options.find(({ input }) => input.checked)
    if (chosen) onReply(chosen.reply)
    else alert.textContent = words.nothingChosen
  })
  return { node: form, focus: (options.find(({ input }) => input.checked) ?? options[0])?.input }
}
