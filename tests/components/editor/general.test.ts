import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import type { Office } from '../../../src/stores/office.ts'
import { emulatedPortal, NOON, PEOPLE } from '../../support/emulated-portal.ts'
import { openEditor } from '../../support/editor-page.ts'
import type { OpenEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal()

async function open(draft: SetDraft = DEFAULT_SET, office?: Office): Promise<OpenEditor> {
  const editor = await openEditor(draft, office && { office })
  await editor.section(editor.words.editor.sections.general)
  return editor
}

async function officeOf(user: 'admin' | 'nocrm'): Promise<Office> {
  return {
    portal: await portal.as(user),
    host: 'portal.example',
    me: { id: PEOPLE.admin, name: 'Анна', admin: true, crmAdmin: true },
    zone: 'Europe/Moscow',
    handler: 'https://app.example/index.html',
    storage: () => localStorage,
    locks: () => undefined, now: () => NOON,
  }
}

describe('the set as a whole', () => {
  it('has a name in both languages', async () => {
    const { editing, field, words } = await open()
    await field(words.fields.inLanguage.ru(words.general.name)).setValue('«Анкета» 🙂 <i>1</i>')
    expect(editing.set.name).toEqual({ ru: '«Анкета» 🙂 <i>1</i>', en: 'Basic set' })
  })

  it('shows how the title of a lead looks in each style', async () => {
    const { editing, page } = await open()
    const example = () => wordsOf(page.find('fieldset [role="status"]'))
    expect(example()).toContain('BAA Оборудование для пекарни')
    await page.find('input[value="class"]').trigger('change')
    expect(editing.set.style).toBe('class')
    expect(example()).toContain('AAA Оборудование для пекарни')
  })

  it('has a currency by its name, a default language, and an order that may be left', async () => {
    const { editing, field, page, words } = await open()
    const currency = field(words.general.currency)
    expect(wordsOf(currency)).toContain('RUB, российский рубль')
    await currency.setValue('EUR')
    await field(words.general.defaultLanguage).setValue('en')
    await page.find('[data-place="reorder"]').setValue(true)
    expect(editing.set).toMatchObject({ currency: 'EUR', defaultLanguage: 'en', reorder: true })
  })

  it('keeps a currency that nobody knows', async () => {
    const { field, words } = await open({ ...DEFAULT_SET, currency: 'XQQ' })
    expect(field(words.general.currency).element.value).toBe('XQQ')
  })
})

describe('stages by class', () => {
  it('are offered by the names that the portal gives them', async () => {
    const { editing, field, words } = await open(DEFAULT_SET, await officeOf('admin'))
    await vi.waitFor(() => expect(wordsOf(field(words.general.stageOf('A')))).toContain('В работе'))
    await field(words.general.stageOf('A')).setValue('IN_PROCESS')
    expect(editing.set.stages).toEqual({ A: 'IN_PROCESS' })
    await field(words.general.stageOf('A')).setValue('')
    expect(editing.set).not.toHaveProperty('stages')
  })

  it('that the portal no longer has stay, and are named so', async () => {
    const { editing, field, words } = await open({ ...DEFAULT_SET, stages: { C: 'GONE' } }, await officeOf('admin'))
    await vi.waitFor(() => expect(wordsOf(field(words.general.stageOf('C')))).toContain(words.general.stageGone('GONE')))
    expect(field(words.general.stageOf('C')).element.value).toBe('GONE')
    expect(editing.set.stages).toEqual({ C: 'GONE' })
  })

  it('that cannot be read can be asked for again', async () => {
    await portal.faults([{ method: 'crm.status.list', kind: '403', times: 1 }])
    const { button, field, page, words } = await open(DEFAULT_SET, await officeOf('admin'))
    await vi.waitFor(() => expect(page.text()).toContain(words.general.stagesFailed))
    await button(words.general.stagesRetry).trigger('click')
    await vi.waitFor(() => expect(wordsOf(field(words.general.stageOf('B')))).toContain('В работе'))
  })

  it('are left alone without a portal', async () => {
    const { field, page, words } = await open({ ...DEFAULT_SET, stages: { A: 'IN_PROCESS' } })
    expect(page.text()).toContain(words.general.stagesNoPortal)
    expect(field(words.general.stageOf('A')).element.value).toBe('IN_PROCESS')
  })
})
