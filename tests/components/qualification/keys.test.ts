import { describe, expect, it } from 'vitest'
import { focusOf, intentOf } from '../../../src/components/qualification/keys.ts'
import type { Focus, Intent, KeyPress } from '../../../src/components/qualification/keys.ts'

/** `Shift+Ctrl+Digit7 ?` is the key at the place Digit7 that gives the character `?`. */
function press(short: string): KeyPress {
  const [combination = '', key = ''] = short.split(' ')
  const parts = combination.split('+')
  const holds = (modifier: string) => parts.includes(modifier)
  return { key, code: parts.at(-1) ?? '', ctrlKey: holds('Ctrl'), metaKey: holds('Meta'), altKey: holds('Alt'), shiftKey: holds('Shift') }
}

function choice(digit: number): Intent {
  return { kind: 'choose', index: digit - 1 }
}

const UNKNOWN: Intent = { kind: 'unknown' }

describe('keys where nothing has the focus', () => {
  it.each<[string, string, Intent | undefined]>([
    ['a digit', 'Digit1 1', choice(1)],
    ['the last digit', 'Digit9 9', choice(9)],
    ['zero', 'Digit0 0', UNKNOWN],
    ['a digit of the numpad', 'Numpad4 4', choice(4)],
    ['zero of the numpad', 'Numpad0 0', UNKNOWN],
    ['an arrow of the numpad without NumLock', 'Numpad2 ArrowDown', undefined],
    ['Insert of the numpad without NumLock', 'Numpad0 Insert', undefined],
    ['five of the numpad without NumLock', 'Numpad5 Clear', undefined],
    ['Enter of the numpad', 'NumpadEnter Enter', { kind: 'next' }],
    ['a digit in a Russian layout', 'Digit3 3', choice(3)],
    ['the question mark of a Russian layout, above the seven', 'Shift+Digit7 ?', UNKNOWN],
    ['the question mark of an English layout', 'Shift+Slash ?', UNKNOWN],
    ['the question mark of a French layout', 'Shift+KeyM ?', UNKNOWN],
    ['the number sign above a three in a Russian layout', 'Shift+Digit3 №', undefined],
    ['the asterisk above an eight', 'Shift+Digit8 *', undefined],
    ['the key of a digit without Shift in a French layout', 'Digit1 &', choice(1)],
    ['the key of seven without Shift in a French layout', 'Digit7 è', choice(7)],
    ['the key of zero without Shift in a French layout', 'Digit0 à', UNKNOWN],
    ['a digit with Shift in a French layout', 'Shift+Digit2 2', choice(2)],
    ['Backspace', 'Backspace Backspace', { kind: 'back' }],
    ['Enter', 'Enter Enter', { kind: 'next' }],
    ['a letter', 'KeyA a', undefined],
    ['the letter on the same key in a Russian layout', 'KeyA ф', undefined],
    ['a function key that is not ours', 'F5 F5', undefined],
    ['Tab', 'Tab Tab', undefined],
    ['an arrow', 'ArrowDown ArrowDown', undefined],
    ['Escape', 'Escape Escape', undefined],
  ])('%s', (_, short, intent) => {
    expect(intentOf(press(short), 'nothing')).toEqual(intent)
  })

  it.each<[string, Intent | undefined]>([
    ['Ctrl+Digit1 1', undefined],
    ['Meta+Digit1 1', undefined],
    ['Alt+Digit1 1', undefined],
    ['Ctrl+Alt+Digit2 2', undefined],
    ['Ctrl+Backspace Backspace', undefined],
    ['Alt+Enter Enter', undefined],
    ['Alt+Shift+Digit7 ?', undefined],
    ['Ctrl+Digit0 0', undefined],
    ['Ctrl+Enter Enter', { kind: 'save' }],
    ['Meta+Enter Enter', { kind: 'save' }],
    ['Ctrl+NumpadEnter Enter', { kind: 'save' }],
  ])('with a modifier: %s', (short, intent) => {
    expect(intentOf(press(short), 'nothing')).toEqual(intent)
  })
})

describe('keys by what has the focus', () => {
  it.each<[Focus, string, Intent | undefined]>([
    ['field', 'Digit1 1', undefined],
    ['field', 'Numpad1 1', undefined],
    ['field', 'Digit0 0', undefined],
    ['field', 'Shift+Digit7 ?', undefined],
    ['field', 'Backspace Backspace', undefined],
    ['field', 'Enter Enter', undefined],
    ['field', 'Ctrl+Enter Enter', { kind: 'save' }],
    ['field', 'Meta+Enter Enter', { kind: 'save' }],
    ['field', 'F1 F1', { kind: 'help' }],
    ['control', 'Digit1 1', choice(1)],
    ['control', 'Digit0 0', UNKNOWN],
    ['control', 'Backspace Backspace', { kind: 'back' }],
    ['control', 'Enter Enter', undefined],
    ['control', 'Ctrl+Enter Enter', { kind: 'save' }],
    ['control', 'F1 F1', { kind: 'help' }],
    ['nothing', 'F1 F1', { kind: 'help' }],
  ])('%s: %s', (focus, short, intent) => {
    expect(intentOf(press(short), focus)).toEqual(intent)
  })
})

describe('what an element is to the keys', () => {
  it.each<[string, Focus]>([
    ['<input type="text">', 'field'],
    ['<input>', 'field'],
    ['<input type="date">', 'field'],
    ['<textarea></textarea>', 'field'],
    ['<select></select>', 'field'],
    ['<div contenteditable="true"></div>', 'field'],
    ['<input type="checkbox">', 'control'],
    ['<input type="radio">', 'control'],
    ['<button></button>', 'control'],
    ['<button aria-current="step"></button>', 'nothing'],
    ['<a href="#"></a>', 'control'],
    ['<summary></summary>', 'control'],
    ['<section tabindex="-1"></section>', 'nothing'],
    ['<a></a>', 'nothing'],
  ])('%s is %s', (markup, focus) => {
    const parent = document.createElement('div')
    parent.innerHTML = markup
    expect(focusOf(parent.firstElementChild)).toBe(focus)
  })

  it('goes by the control around what was touched', () => {
    const button = document.createElement('button')
    const inside = button.appendChild(document.createElement('span'))
    expect(focusOf(inside)).toBe('control')
  })

  it('finds no element in a document or in nothing', () => {
    expect(focusOf(document)).toBe('nothing')
    expect(focusOf(null)).toBe('nothing')
  })
})
