/** The script for a site: reads what its own script tag says, and listens for the form. */
import { parsePublicSet } from '../domain/public-set-codec.ts'
import { listen } from './listen.ts'

function warn(problem: string): void {
  // eslint-disable-next-line no-console -- where the site's owner looks; a visitor sees the plain form
  console.warn(`Triple A: the form is shown as it is, because ${problem}.`)
}

/** `data-set` holds the set itself, or names the element that does: `#id`. */
function setTextOf({ dataset: { set = '' } }: HTMLScriptElement): string {
  return set.startsWith('#') ? document.getElementById(set.slice(1))?.textContent ?? '' : set
}

function start(script: HTMLScriptElement): void {
  const set = parsePublicSet(setTextOf(script))
  if (!set.ok) {
    const { error } = set
    const flaws = error.kind === 'flawed' ? `: ${error.flaws.slice(0, 3).map(({ path, expected }) => `${path} (${expected})`).join(', ')}` : ''
    return warn(`data-set holds no question set that this script can read (${error.kind}${flaws})`)
  }
  listen({ set: set.value, form: script.dataset['form'], language: script.dataset['lang'], warn })
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) start(script)
else warn('it has to be loaded by a script tag of its own that is no module')
