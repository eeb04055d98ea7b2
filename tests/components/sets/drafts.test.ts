import { onTestFinished, describe, expect, it } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { printSetFile } from '../../../src/domain/set-file.ts'
import { loadEditorWords } from '../../../src/i18n/editor-words.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { openSets } from '../../support/sets-page.ts'

const portal = emulatedPortal({ leads: 2 })
const NAME = 'Базовая анкета'

type Opened = Awaited<ReturnType<typeof openSets>>

async function load({ page, settled }: Opened, text: string): Promise<void> {
  const input = page.get<HTMLInputElement>('input[type=file]').element
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([text], 'set.json', { type: 'application/json' })] })
  Object.defineProperty(input, 'value', { configurable: true, writable: true, value: '' })
  await page.get('input[type=file]').trigger('change')
  await settled()
}

/** The Russian name of the first question of the set at work. */
function field({ page }: Opened) {
  return page.get<HTMLInputElement>('[data-place="questions[0].name"] input')
}

async function rename(opened: Opened, words: string): Promise<void> {
  await field(opened).setValue(words)
  await opened.settled()
}

async function edited(): Promise<Opened> {
  const opened = await openSets(portal)
  await opened.press(opened.words.edit, opened.card(NAME))
  await rename(opened, 'Моя правка')
  return opened
}

function buttonOf({ page }: Opened, name: string): HTMLButtonElement {
  const found = page.findAll('button').find(one => one.text() === name)
  if (!found) throw new Error(`no button “${name}”`)
  return found.element
}

describe('a draft', () => {
  it('opens with the name of its set in focus', async () => {
    const opened = await openSets(portal)
    await opened.press(opened.words.edit, opened.card(NAME))
    expect(document.activeElement?.textContent).toBe(NAME)
  })

  it('is not replaced by a file of the same set before somebody says so, and can be loaded beside it', async () => {
    const opened = await edited()
    await opened.press(opened.words.editor.back)
    await load(opened, printSetFile(DEFAULT_SET))
    expect(opened.page.text()).toContain(opened.words.fresh.replaces(NAME))
    expect(document.activeElement?.textContent).toBe(opened.words.fresh.asCopy)
    await opened.press(opened.words.keepDraft)
    expect(opened.page.text()).not.toContain(opened.words.fresh.replaces(NAME))
    await load(opened, printSetFile(DEFAULT_SET))
    await opened.press(opened.words.fresh.asCopy)
    expect(document.activeElement?.textContent).toBe(opened.words.copyName(NAME))
    await opened.press(opened.words.editor.back)
    expect(opened.cards()).toEqual([NAME, opened.words.copyName(NAME)])
    await opened.press(opened.words.goOn, opened.card(NAME))
    expect(field(opened).element.value).toBe('Моя правка')
  })

  it('is replaced by a file when somebody says so', async () => {
    const opened = await edited()
    await opened.press(opened.words.editor.back)
    await load(opened, printSetFile(DEFAULT_SET))
    await opened.press(opened.words.yesReplace)
    expect(field(opened).element.value).toBe('Потребность')
  })

  it('is not replaced by an earlier version before somebody says so', async () => {
    const opened = await edited()
    await opened.press(opened.words.editor.publish)
    await opened.press(opened.words.publishing.go)
    await opened.press(opened.words.edit, opened.card(NAME))
    await rename(opened, 'Новая правка')
    await opened.press(opened.words.editor.back)
    await opened.press(opened.words.restore, opened.card(NAME))
    expect(opened.card(NAME).text()).toContain(opened.words.restoreSure)
    await opened.press(opened.words.keepDraft, opened.card(NAME))
    await opened.press(opened.words.goOn, opened.card(NAME))
    expect(field(opened).element.value).toBe('Новая правка')
  })

  it('of a new set that did not reach the portal is in the list of this browser, and goes on from there', async () => {
    onTestFinished(() => { localStorage.clear() })
    const opened = await openSets(portal, 'admin', 'ru', () => localStorage)
    await opened.page.get('select').setValue('bant')
    await opened.press(opened.words.fresh.start)
    await rename(opened, 'Не дошло')
    await portal.faults([{ method: 'entity.item.add', kind: '403', times: 9 }])
    await opened.press(opened.words.editor.back)
    expect(opened.cards()).toEqual([NAME, 'BANT'])
    const again = await openSets(portal, 'admin', 'ru', () => localStorage)
    expect(again.card('BANT').text()).toContain(again.words.draftHere)
    await again.press(again.words.goOn, again.card('BANT'))
    expect(field(again).element.value).toBe('Не дошло')
  })

  it('can be undone after a look at the publishing, and the focus is where it was', async () => {
    const opened = await edited()
    const { messages: { editor } } = await loadEditorWords('ru')
    buttonOf(opened, opened.words.editor.publish).focus()
    await opened.press(opened.words.editor.publish)
    await opened.press(opened.words.publishing.back)
    expect(document.activeElement?.textContent.trim()).toBe(opened.words.editor.publish)
    await opened.press(editor.undo)
    expect(field(opened).element.value).toBe('Потребность')
  })

  it('that is being kept is looked at all the same when publishing is asked for', async () => {
    const opened = await edited()
    buttonOf(opened, opened.words.editor.keep).click()
    await opened.press(opened.words.editor.publish)
    expect(opened.buttons()).toContain(opened.words.publishing.go)
  })

  it('gives way to that of a colleague also while the portal does not answer', async () => {
    const opened = await edited()
    const other = await openSets(portal)
    await other.press(other.words.edit, other.card(NAME))
    await rename(other, 'Их правка')
    await other.press(other.words.editor.keep)
    await opened.press(opened.words.editor.keep)
    await portal.faults([{ method: '*', kind: '503', times: 100 }])
    await opened.press(opened.words.editor.theirs)
    expect(field(opened).element.value).toBe('Их правка')
  })

  it('with errors leads to the first of them', async () => {
    const opened = await edited()
    await rename(opened, '')
    await expect.poll(() => opened.buttons()).toContain(opened.words.editor.showError)
    await opened.press(opened.words.editor.showError)
    expect(document.activeElement).toBe(field(opened).element)
  })
})

describe('the list', () => {
  it('reads the sets again when somebody comes back from the set-up', async () => {
    const opened = await openSets(portal)
    await opened.page.setProps({ shown: false })
    await portal.rest('admin', 'app.option.set', { options: { settings: JSON.stringify({ format: 1, zone: 'Europe/Moscow', inForce: [] }) } })
    expect(opened.page.text()).toContain(opened.words.inForce(1))
    await opened.page.setProps({ shown: true })
    await opened.settled()
    expect(opened.page.text()).not.toContain(opened.words.inForce(1))
  })
})
