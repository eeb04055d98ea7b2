/** The questionnaire in the page: a shadow root of its own, so that neither the page's styles nor its scripts come in between. */
import type { Language } from '../domain/question-set.ts'
import { element } from './element.ts'
import { OWN_STYLE, sheetOf } from './looks.ts'
import { questionStage } from './question-view.ts'
import type { Stage } from './question-view.ts'
import { currentQuestion, progress } from './questionnaire.ts'
import type { Reply, Walk } from './questionnaire.ts'
import type { Words } from './words.ts'

export interface View {
  /** To be put in front of the form. */
  readonly host: HTMLElement
  /** `moves`: somebody came here by a key or a click, and goes on from there. */
  readonly show: (walk: Walk, moves: boolean) => void
  readonly thank: () => void
}

interface Wishes {
  readonly language: Language
  readonly words: Words
  readonly onReply: (reply: Reply) => void
  readonly onBack: () => void
}

function endStage({ words, onBack }: Wishes): Stage {
  const heading = element('h2', { tabindex: '-1' }, words.contacts)
  const change = element('button', { type: 'button', class: 'back' }, words.change)
  change.addEventListener('click', onBack)
  return { node: element('div', { class: 'stage' }, heading, element('div', { class: 'steps' }, change)), focus: heading }
}

/** Throws in a browser without shadow roots or style sheets made by script. */
export function makeView(wishes: Wishes): View {
  const { words, language } = wishes
  const host = element('div', { 'data-triple-a': '', lang: language })
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [sheetOf(OWN_STYLE)]
  const position = element('p', { class: 'position', role: 'status' })
  const bar = element('progress', { 'aria-hidden': 'true' })
  const stage = element('div')
  shadow.append(element('section', { 'aria-label': words.questions }, position, bar, stage))

  function show({ node, focus }: Stage, moves: boolean): void {
    stage.replaceChildren(node)
    if (moves) focus?.focus()
  }

  return {
    host,
    show(walk, moves) {
      const question = currentQuestion(walk)
      const { number, of } = progress(walk)
      bar.hidden = question === undefined
      bar.max = of
      bar.value = number
      position.className = 'position'
      position.textContent = question === undefined ? '' : words.position(number, of)
      show(question === undefined ? endStage(wishes) : questionStage({
        question, reply: walk.replies.get(question.id), isFirst: number === 1, fallback: walk.set.defaultLanguage, ...wishes,
      }), moves)
    },
    thank() {
      bar.hidden = true
      stage.replaceChildren()
      position.className = 'thanks'
      position.textContent = words.thanks
    },
  }
}

/** The first of these that the set speaks; `en-GB` is English. */
export function languageAmong(languages: readonly Language[], fallback: Language, wanted: readonly (string | null | undefined)[]): Language {
  const spoken = wanted.map(tag => languages.find(language => tag?.toLowerCase().split(/[-_]/)[0] === language))
  return spoken.find(language => language !== undefined) ?? fallback
}
