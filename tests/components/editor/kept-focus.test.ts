import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from '../../../src/components/editor/kept-focus.ts'

const root = document.createElement('div')

function entry(name: string): string {
  return `<li data-entry="${name}"><input aria-label="${name}"><button>Move</button><button>Remove</button></li>`
}

/** A list of entries with the focus on the removing button of one. */
function focusOn(name: string, ...names: readonly string[]): HTMLElement {
  root.innerHTML = `<ul>${names.map(entry).join('')}</ul><button>Add</button>`
  const button = root.querySelector<HTMLElement>(`[data-entry="${name}"] button:last-child`)
  if (!button) throw new Error(`There is no entry ${name}.`)
  button.focus()
  return button
}

async function remove(name: string): Promise<void> {
  const kept = keepFocus(root)
  root.querySelector(`[data-entry="${name}"]`)?.remove()
  await kept
}

/** The entry and the words of what has the focus. */
function focused(): readonly (string | null | undefined)[] {
  const element = document.activeElement
  return [element?.closest<HTMLElement>('[data-entry]')?.dataset['entry'], element?.textContent]
}

beforeEach(() => document.body.append(root))
afterEach(() => root.remove())

describe('the focus on a button that removes its entry', () => {
  it('goes to the same button of the entry that moves up', async () => {
    focusOn('b', 'a', 'b', 'c')
    await remove('b')
    expect(focused()).toEqual(['c', 'Remove'])
  })

  it('goes to the same button of the entry before, where the last one went', async () => {
    focusOn('c', 'a', 'b', 'c')
    await remove('c')
    expect(focused()).toEqual(['b', 'Remove'])
  })

  it('goes to what else can be reached, where no entry is left', async () => {
    focusOn('a', 'a')
    await remove('a')
    expect(focused()).toEqual([undefined, 'Add'])
  })

  it('passes over a button that cannot be pressed', async () => {
    focusOn('a', 'a', 'b')
    root.querySelector('[data-entry="b"] button:last-child')?.setAttribute('disabled', '')
    await remove('a')
    expect(focused()).toEqual(['b', 'Move'])
  })
})

it('leaves the focus where it is while its element stays', async () => {
  const button = focusOn('b', 'a', 'b')
  await remove('a')
  expect(document.activeElement).toBe(button)
})

it('leaves the focus to somebody else who put it meanwhile', async () => {
  focusOn('b', 'a', 'b')
  const kept = keepFocus(root)
  root.querySelector('[data-entry="b"]')?.remove()
  const other = root.querySelector<HTMLElement>('[data-entry="a"] input')
  other?.focus()
  await kept
  expect(document.activeElement).toBe(other)
})

it('does nothing where the focus was elsewhere', async () => {
  root.innerHTML = `<ul>${entry('a')}</ul>`
  await remove('a')
  expect(document.activeElement).toBe(document.body)
})
