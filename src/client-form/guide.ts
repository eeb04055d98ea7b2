/** Puts the questionnaire in front of one form, and takes itself away for good when anything is not as it should be. */
import type { PublicSet } from '../domain/public-set.ts'
import { takeForm } from './form.ts'
import { adoptFormStyle, AWAY } from './looks.ts'
import { begin, replied, valuesOf, wentBack } from './questionnaire.ts'
import type { Walk } from './questionnaire.ts'
import { languageAmong, makeView } from './view.ts'
import { WORDS } from './words.ts'

export interface Guide {
  /** The form was sent. */
  readonly sent: () => void
  /** The form is used again after it was sent. */
  readonly again: () => void
  /** The form is as it was without the questionnaire. */
  readonly leave: () => void
}

/** Throws for a form that it cannot guide through, which is then untouched; `onProblem` tells what went wrong later, after it has left. */
export function guide(form: unknown, set: PublicSet, wanted: string | undefined, onProblem: (problem: unknown) => void): Guide {
  const client = takeForm(form, set)
  const language = languageAmong(set.languages, set.defaultLanguage, [wanted, client.language, document.documentElement.lang])
  adoptFormStyle()
  let walk = begin(set)
  let isSent = false
  const view = makeView({
    language, words: WORDS[language],
    onReply: reply => go(replied(walk, reply)),
    onBack: () => go(wentBack(walk)),
  })

  function draw(moves: boolean): void {
    view.show(walk, moves)
    client.body.toggleAttribute(AWAY, walk.at !== undefined)
  }

  function leave(): void {
    view.host.remove()
    for (const element of [client.body, ...client.places]) element.removeAttribute(AWAY)
  }

  function guarded(act: () => void): void {
    try {
      act()
    } catch (problem) {
      leave()
      onProblem(problem)
    }
  }

  function go(next: Walk): void {
    guarded(() => {
      client.fill(valuesOf(next))
      walk = next
      draw(true)
    })
  }

  try {
    client.fill(valuesOf(walk))
    draw(false)
    client.body.before(view.host)
    for (const place of client.places) place.setAttribute(AWAY, '')
  } catch (problem) {
    leave()
    throw problem
  }
  return {
    leave,
    sent: () => guarded(() => {
      isSent = true
      view.thank()
    }),
    again: () => guarded(() => {
      if (!isSent) return
      isSent = false
      walk = begin(set)
      client.fill(valuesOf(walk))
      draw(false)
    }),
  }
}
