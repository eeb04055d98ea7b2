import { describe, expect, it, vi } from 'vitest'
import { printRun } from '../../../src/domain/run.ts'
import { keepUntold } from '../../../src/portal/untold.ts'
import { keepWaiting } from '../../../src/portal/waiting.ts'
import { anOpenEntry, RUN } from '../../portal/an-entry.ts'
import { emulatedPortal, NOON, PEOPLE } from '../../support/emulated-portal.ts'
import { formLeadsOn, HOT } from '../../support/form-leads-page.ts'
import { wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal({ leads: 120 })
const { answer, fromForms, opened, notices } = formLeadsOn(portal)

describe('hot and large leads from forms', () => {
  it('give one notice to each supervisor, however many are hot', async () => {
    const leads = await fromForms(4)
    for (const lead of leads) await answer(lead, HOT, { assignedById: PEOPLE.manager })
    const before = await notices()
    const open = await opened()
    await open.writeAll(4)
    const fresh = await notices(before)
    expect(fresh.map(({ USER_ID }) => USER_ID)).toEqual([String(PEOPLE.head)])
    expect(fresh[0]?.MESSAGE).toContain('Новые горячие или крупные лиды из форм: 4')
    expect(fresh[0]?.MESSAGE.match(/\[URL=/g)).toHaveLength(4)
  })

  it('of which the portal took no notice are told of once it takes one, after a reload too', async () => {
    const leads = await fromForms(2)
    for (const lead of leads) await answer(lead, HOT, { assignedById: PEOPLE.manager })
    const before = await notices()
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
    const fresh = await notices(before)
    expect(fresh.map(({ USER_ID, MESSAGE }) => [USER_ID, MESSAGE.match(/\[URL=/g)?.length])).toEqual([[String(PEOPLE.head), 2]])
  })

  it('of which supervisors heard by other means are told of no more', async () => {
    const [one = 0] = await fromForms(1)
    await answer(one, HOT, { assignedById: PEOPLE.manager })
    const before = await notices()
    const open = await opened()
    await portal.faults([{ method: 'im.notify.personal.add', kind: '403', times: 1 }])
    await open.writeAll(1)
    await open.press(open.words.forget)
    expect(open.page.find('[role=alert]').exists()).toBe(false)
    open.page.unmount()
    expect((await opened()).page.find('[role=alert]').exists()).toBe(false)
    expect(await notices(before)).toEqual([])
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
})
