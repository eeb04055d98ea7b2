import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { choicesOf } from '../../../src/domain/question-set.ts'
import { printRun } from '../../../src/domain/run.ts'
import type { Run } from '../../../src/domain/run.ts'
import { keepCommand } from '../../../src/portal/journal.ts'
import type { Office } from '../../../src/stores/office.ts'
import { anEntry } from '../../portal/an-entry.ts'
import { emulatedPortal, NOON, PEOPLE } from '../../support/emulated-portal.ts'
import { openEditor } from '../../support/editor-page.ts'
import { wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal()

async function keep(id: string, said: string): Promise<void> {
  const run: Run = { id, set: 'default@1', at: '2026-06-01T12:00:00+03:00', by: 4, seconds: 30, answers: { need: { kind: 'unknown', said } }, notes: {} }
  const entry = { ...anEntry(), id, lead: 1, record: { from: {}, to: { at: run.at, by: 4, set: run.set, run: printRun(run) } } }
  const kept = await (await portal.as('manager')).send({ kept: keepCommand(entry, { comment: '', todo: '' }) }, { halt: true })
  expect(kept).toMatchObject({ value: { kept: { ok: true } } })
}

async function office(): Promise<Office> {
  return {
    portal: await portal.as('admin'),
    host: 'portal.example',
    me: { id: PEOPLE.admin, name: 'Анна', admin: true, crmAdmin: true },
    zone: 'Europe/Moscow',
    handler: 'https://app.example/index.html',
    storage: () => localStorage,
    locks: () => undefined, now: () => NOON,
  }
}

describe('what clients said when no choice fitted', () => {
  it('is read when somebody asks for it, and becomes a choice in one step, ready to be graded', async () => {
    await keep('run0001', 'Спросить жену')
    await keep('run0002', 'спросить жену')
    const before = (await portal.requests()).length
    const { page, words, button, editing, said } = await openEditor(DEFAULT_SET, { office: await office() })
    expect((await portal.requests()).length).toBe(before)
    await button(words.unfit.load).trigger('click')
    await vi.waitFor(() => expect(wordsOf(page.find('.unfit li'))).toContain('спросить жену'))
    expect(wordsOf(page.find('.unfit li'))).toContain(words.unfit.times(2))
    await button(words.unfit.make('спросить жену')).trigger('click')
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-place')).toBe('questions[0].choices[3].grade'))
    const [question] = editing.set.questions
    expect(question && choicesOf(question).at(-1)).toEqual({ id: 'sprosit_zhenu', label: { ru: 'спросить жену' } })
    expect(said()).toBe(words.unfit.made('спросить жену'))
    expect(wordsOf(page.find('.unfit li'))).toContain(words.unfit.already)
  })

  it('says that there was none to this question', async () => {
    await keep('run0001', 'Спросить жену')
    const { page, words, button } = await openEditor(DEFAULT_SET, { office: await office() })
    await button('2. Срочность').trigger('click')
    await button(words.unfit.load).trigger('click')
    await vi.waitFor(() => expect(wordsOf(page.find('.unfit'))).toContain(words.unfit.none))
    expect(wordsOf(page.find('.unfit'))).toContain(words.unfit.read(1))
  })

  it('can be asked for again where the portal refused', async () => {
    await portal.faults([{ method: 'entity.item.get', kind: '403', times: 1 }])
    const { page, words, button } = await openEditor(DEFAULT_SET, { office: await office() })
    await button(words.unfit.load).trigger('click')
    await vi.waitFor(() => expect(wordsOf(page.find('.unfit'))).toContain(words.unfit.failed))
    await button(words.unfit.retry).trigger('click')
    await vi.waitFor(() => expect(wordsOf(page.find('.unfit'))).toContain(words.unfit.none))
  })

  it('is not offered where there is no portal to read from', async () => {
    const { page } = await openEditor(DEFAULT_SET)
    expect(page.find('.unfit').exists()).toBe(false)
  })
})
