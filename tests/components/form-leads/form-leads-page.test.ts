import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import FormLeadsPage from '../../../src/components/form-leads/FormLeadsPage.vue'
import type { Language } from '../../../src/domain/question-set.ts'
import { parseRun, printRun } from '../../../src/domain/run.ts'
import { FORM_LEADS_WORDS, loadFormLeadsWords } from '../../../src/i18n/form-leads-words.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'
import { readMyRights } from '../../../src/portal/my-rights.ts'
import type { Command } from '../../../src/portal/portal.ts'
import { keepUntold } from '../../../src/portal/untold.ts'
import { keepWaiting } from '../../../src/portal/waiting.ts'
import { useFormLeads } from '../../../src/stores/form-leads.ts'
import { OFFICE } from '../../../src/stores/office.ts'
import type { Office } from '../../../src/stores/office.ts'
import { APP_URL, emulatedPortal, NOON, PEOPLE } from '../../support/emulated-portal.ts'
import { anOpenEntry, RUN } from '../../portal/an-entry.ts'
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

async function opened(language: Language = 'ru', locks: Office['locks'] = () => undefined) {
  const asUser = await portal.as('admin')
  const rights = await readMyRights(asUser)
  if (!rights.ok) throw new Error('the portal does not tell who it is')
  const source = await loadWords(language)
  await source.fetchAll()
  const office: Office = { portal: asUser, host: 'portal.example', me: rights.value.me, zone: 'Europe/Moscow', handler: `${APP_URL}index.html`, storage: () => localStorage, locks, now: () => NOON }
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

/** Notices that were not there before. */
async function freshNotices(before: readonly { readonly ID: string }[]) {
  return (await portal.snapshot()).notices.filter(notice => before.every(({ ID }) => ID !== notice.ID))
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
    const fresh = await freshNotices(before)
    expect(fresh.map(({ USER_ID }) => USER_ID)).toEqual([String(PEOPLE.head)])
    expect(fresh[0]?.MESSAGE).toContain('Новые горячие или крупные лиды из форм: 4')
    expect(fresh[0]?.MESSAGE.match(/\[URL=/g)).toHaveLength(4)
  })

  it('of which the portal took no notice are told of once it takes one, after a reload too', async () => {
    const leads = await fromForms(2)
    for (const lead of leads) await answer(lead, HOT, { assignedById: PEOPLE.manager })
    const before = await noticesAfter()
    const open = await opened()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '403', times: 2 }])
    await open.writeAll(2)
    const alert = () => open.page.findAll('[role=alert] p').map(wordsOf)
    const news = 'О горячих и крупных лидах, записанных здесь, ещё не сообщили: 2. Кому: Ольга Лебедева.'
    expect(alert()).toEqual([news, open.words.refused])
    await open.press(open.words.tell)
    await vi.waitFor(() => { expect(alert()).toEqual([news, open.words.refused]) })
    open.page.unmount()

    const again = await opened()
    expect(again.page.findAll('[role=alert] p').map(wordsOf)).toEqual([news])
    again.page.findAll('button').find(one => wordsOf(one) === again.words.tell)?.element.focus()
    await again.press(again.words.tell)
    await vi.waitFor(() => { expect(again.said()).toBe('Сообщение отправлено') })
    expect(again.page.find('[role=alert]').exists()).toBe(false)
    await vi.waitFor(() => { expect(document.activeElement?.classList.contains('standing')).toBe(true) })
    const fresh = await freshNotices(before)
    expect(fresh.map(({ USER_ID, MESSAGE }) => [USER_ID, MESSAGE.match(/\[URL=/g)?.length])).toEqual([[String(PEOPLE.head), 2]])
  })

  it('of which supervisors heard by other means are told of no more', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT, { assignedById: PEOPLE.manager })
    const before = await noticesAfter()
    const open = await opened()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '403', times: 1 }])
    await open.writeAll(1)
    await open.press(open.words.forget)
    expect(open.page.find('[role=alert]').exists()).toBe(false)
    open.page.unmount()
    expect((await opened()).page.find('[role=alert]').exists()).toBe(false)
    expect(await freshNotices(before)).toEqual([])
  })

  it('that a page left in doubt are told of where its run is in the lead by now, and only these', async () => {
    const [arrived = 0, nothing = 0, others = 0, waiting = 0] = await fromForms(4)
    await answer(arrived, HOT, { UF_CRM_ABC_CODE: 'AAA', UF_CRM_ABC_RUN: printRun(RUN) })
    await answer(others, HOT, { UF_CRM_ABC_CODE: 'AAA', UF_CRM_ABC_RUN: printRun({ ...RUN, id: 'run0002' }) })
    const place = keepWaiting('portal.example', () => localStorage)
    const untold = keepUntold('portal.example', () => localStorage)
    for (const lead of [arrived, nothing, others, waiting]) untold.keep(PEOPLE.admin, { lead, title: `Lead ${lead}`, to: PEOPLE.head, run: RUN.id, sure: false })
    place.keep(PEOPLE.admin, { open: anOpenEntry({ lead: waiting }), since: NOON, converted: false, sent: true, tries: 1 })
    const open = await opened()
    expect(open.store.untold.map(({ lead, to }) => [lead, to.name])).toEqual([[arrived, 'Ольга Лебедева']])
    expect(untold.all(PEOPLE.admin).map(({ lead, sure }) => [lead, sure])).toEqual([[arrived, true], [waiting, false]])
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

  it('of which nobody knows whether they were written stay in doubt through further failures, until they are whole', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT)
    const open = await opened()
    const repeat = async () => {
      await open.press(open.words.repeat(1))
      await open.press(open.words.go)
      await open.settled()
    }
    await portal.faults([{ method: 'crm.item.update', kind: '500', when: 'after', times: 1 }])
    await open.writeAll(1)
    await portal.faults([{ method: 'crm.timeline.comment.list', kind: '500', times: 9 }])
    await repeat()
    expect(open.rows()[0]).toContain(open.words.outcomes.unsure)
    await portal.faults([])
    await repeat()
    expect(open.said()).toBe('Записано: 1. Пропущено: 0. Не удалось: 0.')
    const { activities, comments } = await portal.snapshot()
    expect(activities.filter(todo => todo.OWNER_ID === String(one) && todo.DESCRIPTION.includes('Triple A'))).toHaveLength(1)
    expect(comments.filter(comment => Number(comment.ENTITY_ID) === one)).toHaveLength(1)
  })

  it('are left to their cards where a save of this browser waits for them, which stays as it is', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT)
    const first = await opened()
    await portal.faults([{ method: 'crm.item.update', kind: '500', when: 'after', times: 1 }])
    await first.writeAll(1)
    const place = keepWaiting('portal.example', () => localStorage)
    const waits = place.of(PEOPLE.admin, one)
    await answer(one, {}, { UF_CRM_ABC_CODE: '' })
    // another page of the same browser did not begin it
    const open = await opened()
    await open.writeAll(1)
    expect(open.rows()).toEqual([`AAA |  | ${open.words.outcomes.waiting}`])
    expect(place.of(PEOPLE.admin, one)).toEqual(waits)
  })

  it('are left alone while another tab of the browser is at them', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT)
    const asked: string[] = []
    const locks = { request(name: string, _: LockOptions, work: (lock: Lock | null) => unknown) { asked.push(name); return Promise.resolve(work(null)) } }
    const open = await opened('ru', () => locks as LockManager)
    await open.writeAll(1)
    expect(asked).toEqual([`triple-a/portal.example/${PEOPLE.admin}/${one}`])
    expect(open.rows()).toEqual([`AAA |  | ${open.words.outcomes.waiting}`])
    expect((await portal.lead(one))['UF_CRM_ABC_CODE'] ?? '').toBe('')
  })

  it('that are refused leave nothing behind that looks unfinished, in the browser or on the portal', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT)
    const open = await opened()
    await portal.faults([{ method: 'crm.item.update', kind: '403', times: 1 }])
    await open.writeAll(1)
    expect(open.rows()[0]).toContain('не записан: у вас нет права')
    expect(keepWaiting('portal.example', () => localStorage).of(PEOPLE.admin, one)).toBeUndefined()
    const options = Object.values((await portal.snapshot()).userOptions).flatMap(kept => Object.entries(kept))
    expect(options.filter(([name, text]) => name.endsWith(`.${one}`) && text !== '')).toEqual([])
  })

  it('are not tried one after the other where the portal answers nobody any more', async () => {
    for (const lead of await fromForms(4)) await answer(lead, HOT)
    const open = await opened()
    await portal.faults([{ method: '*', kind: '503', times: 99 }])
    await open.writeAll(4)
    expect(open.said()).toBe('Записано: 0. Пропущено: 0. Не удалось: 2. Осталось: 2.')
    expect(open.page.get('[role=alert]').text()).toBe(open.words.gaveUp)
    await portal.faults([])
    await open.press(open.words.write(4))
    await open.press(open.words.go)
    await open.settled()
    expect(open.said()).toBe('Записано: 4. Пропущено: 0. Не удалось: 0.')
  })

  it('keep the focus on the way: after a no, at a pause, at the end', async () => {
    for (const lead of await fromForms(3)) await answer(lead, HOT)
    const open = await opened()
    const focus = (name: string) => { open.page.findAll('button').find(one => wordsOf(one) === name)?.element.focus() }
    const focused = () => document.activeElement?.textContent.trim()
    focus(open.words.write(3))
    await open.press(open.words.write(3))
    focus(open.words.no)
    await open.press(open.words.no)
    await vi.waitFor(() => { expect(focused()).toBe(open.words.write(3)) })
    await open.press(open.words.write(3))
    await open.press(open.words.go)
    focus(open.words.pause)
    await open.press(open.words.pause)
    expect(focused()).toBe(open.words.resume)
    await vi.waitFor(() => { expect(open.store.progress.done).toBe(1) })
    await open.press(open.words.resume)
    expect(focused()).toBe(open.words.pause)
    await open.settled()
    await vi.waitFor(() => { expect(document.activeElement?.classList.contains('standing')).toBe(true) })
  })

  it('are not read anew under a confirmation', async () => {
    const [one = 0, two = 0] = await fromForms(2)
    await answer(one, HOT)
    const open = await opened()
    await open.press(open.words.write(1))
    await answer(two, HOT)
    await open.page.setProps({ shown: false })
    await open.page.setProps({ shown: true })
    await open.settled()
    expect(open.page.get('[role=group]').attributes('aria-label')).toBe(open.words.sure(1))
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
    expect(open.said()).toContain(`Осталось: ${open.store.toWrite.length}`)
    expect(open.page.findAll('button').map(wordsOf)).toContain(open.words.write(open.store.toWrite.length))
  })

  it('are none on a portal where nobody answered', async () => {
    const open = await opened('en')
    expect(open.said()).toBe('There are none.')
    expect(open.page.findAll('button').map(wordsOf)).toEqual(['Refresh the list'])
  })
})
