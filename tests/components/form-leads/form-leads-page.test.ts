import { describe, expect, it, vi } from 'vitest'
import { parseRun } from '../../../src/domain/run.ts'
import { keepWaiting } from '../../../src/portal/waiting.ts'
import { emulatedPortal, PEOPLE } from '../../support/emulated-portal.ts'
import { formLeadsOn, HOT } from '../../support/form-leads-page.ts'
import { wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal({ leads: 120 })
const { answer, fromForms, opened, notices } = formLeadsOn(portal)

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
    expect((await notices()).map(({ MESSAGE }) => MESSAGE).filter(text => text.includes('лиды из форм: 1'))).toHaveLength(2)
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
