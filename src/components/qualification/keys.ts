/** Keys to intents: layout-independent, deaf to modifiers and to whoever types. */

export type Intent =
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'unknown' | 'back' | 'next' | 'save' | 'help' }

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What has the focus: a field takes every key, a control of its own takes Enter. */
export type Focus = 'nothing' | 'control' | 'field'

const DIGIT_KEY = /^(?:Digit|Numpad)([0-9])$/

/**
 * The digit meant by a key press. The character decides (in a Russian layout `?` is Shift+7 and never choice 7); a layout
 * whose digits need Shift is read by the key's place.
 */
function digitOf({ key, code, shiftKey }: KeyPress): number | undefined {
  if (/^[0-9]$/.test(key)) return Number(key)
  const place = DIGIT_KEY.exec(code)?.[1]
  return place === undefined || shiftKey || code.startsWith('Numpad') ? undefined : Number(place)
}

/** The intent of a key press, or nothing when the key is not ours. */
export function intentOf(press: KeyPress, focus: Focus): Intent | undefined {
  if (press.key === 'F1') return { kind: 'help' }
  if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) return { kind: 'save' }
  if (focus === 'field' || press.ctrlKey || press.metaKey || press.altKey) return undefined
  if (press.key === '?') return { kind: 'unknown' }
  if (press.key === 'Backspace') return { kind: 'back' }
  if (press.key === 'Enter') return focus === 'nothing' ? { kind: 'next' } : undefined
  const digit = digitOf(press)
  if (digit === undefined) return undefined
  return digit === 0 ? { kind: 'unknown' } : { kind: 'choose', index: digit - 1 }
}

const FIELDS = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'
/** The step of the path where one is already leads nowhere: Enter on it, too, is about the question. */
const CONTROLS = 'button:not([aria-current=step]), a[href], summary, input, [role=button]'

/** What the element with the focus is to the keys. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'nothing'
  if (target.closest(FIELDS)) return 'field'
  return target.closest(CONTROLS) ? 'control' : 'nothing'
}
