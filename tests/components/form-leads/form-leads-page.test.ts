import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import FormLeadsPage from '../../../src/components/form-leads/FormLeadsPage.vue'
import type { Language } from '../../../src/domain/question-set.ts'
import { parseRun } from '../../../src/domain/run.ts'
import { FORM_LEADS_WORDS, loadFormLeadsWords } from '../../../src/i18n/form-leads-words.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'
import { readMyRights } from '../../../src/portal/my-rights.ts'
import type { Command } from '../../../src/portal/portal.ts'
import { keepWaiting } from '../../../src/portal/waiting.ts'
import { useFormLeads } from '../../../src/stores/form-leads.ts'
import { OFFICE } from '../../../src/stores/office.ts'
import type { Office } from '../../../src/stores/office.ts'
import { APP_URL, emulatedPortal, NOON, PEOPLE } from '../../support/emulated-portal.ts'
import { wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal({ leads: 120 })
const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

async function answer(lead: number, answers: Readonly<Record<string, string>>, more: Command['params'] = {}): Promise<void> {
  const { fields } = await portal.installation()
  const items = Object.fromEntries(Object.entries(answers).map(([question, choice]) => [fields.answers[question] ?? '', fields.choices[question]?.[choice] ?? 0]))
  await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields: { ...items, ...more } })
}

/** Ids of leads that a form made and that are in work. */
async function fromForms(count: number): Promise<readonly number[]> {
  return (await portal.snapshot()).leads.filter(lead => Number(lead['webformId'] ?? 0) > 0 && lead['stageSemanticId'] === 'P').map(({ id }) => id).slice(0, count)
}

async function opened(language: Language = 'ru') {
  const asUser = await portal.as('admin')
  const rights = await readMyRights(asUser)
  if (!rights.ok) throw new Error('the portal does not tell who it is')
  const source = await loadWords(language)
  await source.fetchAll()
  const office: Office = { portal: asUser, host: 'portal.example', me: rights.value.me, zone: 'Europe/Moscow', handler: `${APP_URL}index.html`, storage: () => localStorage, now: () => NOON }
  const words = await loadFormLeadsWords(language)
  const pinia = createPinia()
  const page = mount(FormLeadsPage, {
    props: { shown: true }, attachTo: document.body,
    global: { plugins: [pinia], provide: { [WORDS]: source, [FORM_LEADS_WORDS]: words, [OFFICE]: office } },
  })
  onTestFinished(() => {
    page.unmount()
    localStorage.clear()
  })
  const store = useFormLeads(pinia)
  const settled = () => vi.waitFor(async () => {
    await flushPromises()
    if (store.reading || store.going === 'going' || store.going === 'stopping') throw new Error('still busy')
  }, { timeout: 15_000, interval: 20 })
  await settled()
  const press = async (name: string) => {
    const button = page.findAll('button').find(one => wordsOf(one) === name)
    if (!button) throw new Error(`no button “${name}” among ${page.findAll('button').map(wordsOf).join(', ')}`)
    await button.trigger('click')
  }
  return {
    page, words, store, settled, press,
    said: () => wordsOf(page.get('[role=status]')),
    rows: () => page.findAll('tbody tr').map(row => row.findAll('td').map(wordsOf).slice(1).join(' | ')),
    async writeAll(count: number) {
      await press(words.write(count))
      await press(words.go)
      await settled()
    },
  }
}

const noticesAfter = async () => (await portal.snapshot()).notices

describe('leads from forms that nobody opened', () => {
  it('are listed with the code that they would get and what is odd about them', async () => {
    const [one = 0, two = 0] = await fromForms(2)
    await answer(one, HOT, { UF_CRM_ABC_SET: 'default@77' })
    await answer(two, { need: 'no', budget: 'from_1m' })
    const open = await opened()
    expect(open.said()).toBe('Найдено: 2 лида.')
    expect(open.rows()).toEqual(['AAA | версия анкеты, которой не было | ', '?C? |  | '])
  })

  it('are written only after a second word', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT)
    const open = await opened()
    await open.press(open.words.write(1))
    expect(wordsOf(open.page.get('[role=group]'))).toContain('Записать код, план и дело в 1 лид?')
    await open.press(open.words.no)
    expect((await portal.lead(one))['UF_CRM_ABC_CODE'] ?? '').toBe('')
  })

  it('get fields, title, comment, to-do and an entry of the journal, as by a save, with nothing confirmed', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT)
    const open = await opened()
    await open.writeAll(1)
    expect(open.said()).toBe('Записано: 1. Пропущено: 0. Не удалось: 0.')
    const lead = await portal.lead(one)
    expect(lead).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
    expect(lead.title).toMatch(/^AAA /)
    expect(parseRun(String(lead['UF_CRM_ABC_RUN']))).toMatchObject({ ok: true, value: { seconds: 0, declared: { answers: HOT, confirmed: [] } } })
    const { activities, comments } = await portal.snapshot()
    expect(activities.filter(todo => todo.OWNER_ID === String(one) && todo.DESCRIPTION.includes('Triple A'))).toHaveLength(1)
    expect(comments.filter(comment => Number(comment.ENTITY_ID) === one)).toHaveLength(1)
    expect(keepWaiting('portal.example', () => localStorage).of(PEOPLE.admin, one)).toBeUndefined()
  })

  it('give one notice to each supervisor, however many are hot', async () => {
    const leads = await fromForms(4)
    for (const lead of leads) await answer(lead, HOT, { assignedById: PEOPLE.manager })
    const before = await noticesAfter()
    const open = await opened()
    await open.writeAll(4)
    const fresh = (await noticesAfter()).filter(notice => before.every(({ ID }) => ID !== notice.ID))
    expect(fresh.map(({ USER_ID }) => USER_ID)).toEqual([String(PEOPLE.head)])
    expect(fresh[0]?.MESSAGE).toContain('Новые горячие или крупные лиды из форм: 4')
    expect(fresh[0]?.MESSAGE.match(/\[URL=/g)).toHaveLength(4)
  })

  it('are passed over when somebody qualified one meanwhile', async () => {
    const [one = 0, two = 0] = await fromForms(2)
    await answer(one, HOT)
    await answer(two, HOT)
    const open = await opened()
    await answer(one, {}, { UF_CRM_ABC_CODE: 'CCC' })
    await open.writeAll(2)
    expect(open.said()).toBe('Записано: 1. Пропущено: 1. Не удалось: 0.')
    expect((await portal.lead(one))['UF_CRM_ABC_CODE']).toBe('CCC')
  })

  it('do not stop at one that fails, which can be repeated and is never written twice', async () => {
    const [one = 0, two = 0] = await fromForms(2)
    await answer(one, HOT)
    await answer(two, HOT)
    const open = await opened()
    await portal.faults([{ method: 'crm.item.update', kind: '500', when: 'after', times: 1 }])
    await open.writeAll(2)
    await portal.faults([])
    expect(open.said()).toBe('Записано: 1. Пропущено: 0. Не удалось: 1.')
    await open.press(open.words.repeat(1))
    await open.press(open.words.go)
    await open.settled()
    expect(open.said()).toBe('Записано: 2. Пропущено: 0. Не удалось: 0.')
    expect((await noticesAfter()).map(({ MESSAGE }) => MESSAGE).filter(text => text.includes('лиды из форм: 1'))).toHaveLength(2)
    for (const lead of [one, two]) expect(await portal.lead(lead)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
    const { comments } = await portal.snapshot()
    for (const lead of [one, two]) expect(comments.filter(comment => Number(comment.ENTITY_ID) === lead)).toHaveLength(1)
  })

  it('wait at a pause, go on, and are left alone after a stop', async () => {
    const leads = await fromForms(3)
    for (const lead of leads) await answer(lead, HOT)
    const open = await opened()
    await open.press(open.words.write(3))
    await open.press(open.words.go)
    await open.press(open.words.pause)
    await vi.waitFor(() => { expect(open.store.progress.done).toBe(1) })
    expect(open.said()).toBe('Пауза')
    await open.press(open.words.resume)
    await open.press(open.words.stop)
    await open.settled()
    await vi.waitFor(() => { expect(open.store.going).toBe('idle') })
    expect(open.store.progress.done).toBeLessThan(3)
    expect(open.store.toWrite.length).toBeGreaterThan(0)
  })

  it('are none on a portal where nobody answered', async () => {
    const open = await opened('en')
    expect(open.said()).toBe('There are none.')
    expect(open.page.findAll('button').map(wordsOf)).toEqual(['Refresh the list'])
  })
})
