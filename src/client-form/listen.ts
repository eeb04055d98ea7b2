/** Waits for the vendor's forms and guides through those that are meant. */
import type { PublicSet } from '../domain/public-set.ts'
import { formNumber, isDrawn } from './form.ts'
import { guide } from './guide.ts'
import type { Guide } from './guide.ts'
import { isObject, property } from './unknown-object.ts'

export interface Wishes {
  readonly set: PublicSet
  /** Only the form with this number; any form when left out. */
  readonly form: string | undefined
  readonly language: string | undefined
  readonly warn: (problem: string) => void
}

function told(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem)
}

/** Listens until the page goes. A form is tried once; of one that cannot be guided through, one warning tells why. */
export function listen({ set, form: meant, language, warn }: Wishes): void {
  const guides = new WeakMap<object, Guide | 'left'>()

  function formIn(event: Event): object | undefined {
    const form = event instanceof CustomEvent ? property(event.detail, 'object') : undefined
    return isObject(form) ? form : undefined
  }

  function give(form: object, problem: unknown): void {
    guides.set(form, 'left')
    warn(told(problem))
  }

  function attempt(form: object): void {
    try {
      if (guides.has(form) || (meant !== undefined && formNumber(form) !== meant)) return
      // a pop-up is drawn when it is shown, a form that still fetches itself when it has come
      if (!isDrawn(form) && (property(form, 'visible') === false || property(form, 'loading') === true)) return
      guides.set(form, guide(form, set, language, problem => give(form, problem)))
    } catch (problem) {
      give(form, problem)
    }
  }

  function on(event: string, act: (form: object, guide: Guide | undefined) => void): void {
    window.addEventListener(`b24:form:${event}`, (fired) => {
      const form = formIn(fired)
      if (form === undefined) {
        if (event === 'init') warn('the form’s events tell nothing of the form')
        return
      }
      const known = guides.get(form)
      act(form, known === 'left' ? undefined : known)
    })
  }

  // both are fired before the form is drawn
  const soon = (form: object): void => { setTimeout(() => attempt(form)) }
  on('init', soon)
  on('show', (form, known) => known ? known.again() : soon(form))
  on('field:focus', (_, known) => known?.again())
  on('send:success', (_, known) => known?.sent())
  on('destroy', (form, known) => {
    known?.leave()
    guides.set(form, 'left')
  })
}
