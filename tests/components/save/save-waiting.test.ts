/** A save or an undo that waits for the portal, and those of other leads. */
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { nextTick } from 'vue'
import OutcomeColumn from '../../../src/components/outcome/OutcomeColumn.vue'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import type { Fault } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()

const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }
/** The answer is a page, and nothing was sent that writes. */
const UNREAD: Fault = { method: 'crm.item.get', kind: 'html', times: 9 }
const TITLE = 'Кирпич для дома в Павловске'

afterEach(() => { localStorage.clear() })

async function opened(wishes: WorkplaceWishes = {}): Promise<OpenPanel> {
  const open = await openPanel(OutcomeColumn, portal, wishes)
  // the tests say themselves when something is tried
  onTestFinished(() => { open.queue.stop() })
  return open
}

async function stuck(fault: Fault, wishes: WorkplaceWishes = {}): Promise<OpenPanel> {
  const open = await opened(wishes)
  for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
  await portal.faults([fault])
  await open.save()
  await portal.faults([])
  open.queue.stop()
  await nextTick()
  return open
}

const note = ({ panel }: OpenPanel) => wordsOf(panel.get('[role=alert]'))
const isSaved = ({ panel }: OpenPanel) => expect.poll(() => wordsOf(panel.get('[role=status]'))).toContain('Сохранено')

describe('a save that waits', () => {
  it('says why, since when and when it goes on, and that nothing is written', async () => {
    const open = await stuck(UNREAD)
    expect(note(open)).toBe('Сохранение ждёт порталаПортал не ответил.Пока ничего не записано.Ответы сохранены в этом браузере.'
      + 'ждёт меньше минуты, следующая попытка в течение минуты.Отправить сейчас Не отправлять')
    expect(document.activeElement).toBe(open.panel.get('[role=alert]').element)
  })

  it('asks to leave the page open where the browser keeps nothing', async () => {
    expect(note(await stuck(UNREAD, { storageDenied: true }))).toContain('Браузер не хранит данные этой страницы: не закрывайте её, пока она ждёт портала.')
  })

  it('tells its age', async () => {
    const open = await stuck(UNREAD, { language: 'en' })
    open.wait(5 * 60)
    open.store.refresh()
    open.outcome.settle()
    await nextTick()
    expect(note(open)).toContain('waiting: begun 5 minutes ago')
  })

  it('is sent by hand, and is written once', async () => {
    const open = await stuck({ method: 'crm.item.update', kind: 'html', when: 'after' })
    expect(note(open)).toContain('Записал ли портал что-то, пока неизвестно.')
    await control(open.panel, 'button', 'Отправить сейчас').trigger('click')
    await isSaved(open)
    expect((await portal.snapshot()).comments.filter(({ ENTITY_ID }) => String(ENTITY_ID) === '1')).toHaveLength(1)
  })

  it('is given up at once where nothing was sent, with its answers still on the screen', async () => {
    const open = await stuck(UNREAD)
    await control(open.panel, 'button', 'Не отправлять').trigger('click')
    await expect.poll(() => open.panel.find('[role=alert]').exists()).toBe(false)
    expect(open.store.run.answers).toMatchObject({ need: { choice: 'yes' } })
    expect(control(open.panel, 'button', 'Сохранить').exists()).toBe(true)
  })

  it('asks back before it is given up where it may be written, and the focus goes along', async () => {
    const open = await stuck({ method: 'crm.item.update', kind: 'html', when: 'after' })
    await control(open.panel, 'button', 'Не отправлять').trigger('click')
    await nextTick()
    expect(note(open)).toContain('Возможно, портал уже что-то записал. Если отказаться, это так и останется.')
    expect(document.activeElement?.textContent).toContain('Ждать дальше')
    await control(open.panel, 'button', 'Ждать дальше').trigger('click')
    expect(open.queue.own).toBeDefined()
    expect(document.activeElement?.textContent).toContain('Не отправлять')
    await control(open.panel, 'button', 'Не отправлять').trigger('click')
    await control(open.panel, 'button', 'Всё равно отказаться').trigger('click')
    expect(open.queue.own).toBeUndefined()
  })
})

describe('an undo that waits', () => {
  it('is told as one, and goes on by hand', async () => {
    const open = await opened()
    for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
    await open.save()
    await portal.faults([UNREAD])
    await control(open.panel, 'button', 'Отменить сохранение').trigger('click')
    await control(open.panel, 'button', 'Отменить сохранение').trigger('click')
    await expect.poll(() => open.panel.find('[role=alert]').exists()).toBe(true)
    await portal.faults([])
    open.queue.stop()
    expect(note(open)).toContain('Отмена ждёт порталаПортал не ответил.Пока ничего не изменено.')
    await control(open.panel, 'button', 'Отменить сейчас').trigger('click')
    await expect.poll(() => wordsOf(open.panel)).toContain('Сохранение отменено')
    expect((await portal.lead(1)).title).toBe(TITLE)
  })

  it('comes before a save, which is said where Save is pressed', async () => {
    const open = await opened()
    for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
    await open.save()
    await portal.faults([{ method: 'crm.item.update', kind: '403', times: 9 }])
    await control(open.panel, 'button', 'Отменить сохранение').trigger('click')
    await control(open.panel, 'button', 'Отменить сохранение').trigger('click')
    await expect.poll(() => wordsOf(open.panel)).toContain('Вернуть лид к прежнему не получилось')
    open.store.choose('client_type', 'b2c')
    await open.save()
    await nextTick()
    expect(wordsOf(open.panel.get('.said'))).toBe('Отмена прошлого сохранения ещё не закончена: завершите её или откажитесь от неё, потом сохраните ещё раз. Ответы на месте.')
    await control(open.panel, 'button', 'Больше не пытаться').trigger('click')
    expect(wordsOf(open.panel.get('.said'))).toBe('')
  })
})

describe('what waits for other leads', () => {
  it('is not there while there is nothing', async () => {
    const { panel } = await opened()
    expect(panel.find('section[aria-label^="Ждут отправки"]').exists()).toBe(false)
  })

  /** The column is mounted before its lead is there. */
  async function looking(): Promise<OpenPanel> {
    const open = await opened({ lead: 2 })
    open.queue.refresh()
    await nextTick()
    return open
  }

  async function besides(fault: Fault): Promise<OpenPanel> {
    (await stuck(fault)).panel.unmount()
    return looking()
  }
  const list = ({ panel }: OpenPanel) => panel.get('section[aria-label^="Ждут отправки"]')

  it('is listed with the lead, the code, the age and the reason, and does not hold this lead up', async () => {
    const open = await besides(UNREAD)
    expect(wordsOf(list(open))).toContain(`Ждут отправки: 1 лид${TITLE}сохранение AAA, ждёт меньше минуты`)
    expect(wordsOf(list(open))).toContain('Портал не ответил.')
    expect(list(open).get('a').attributes()).toMatchObject({ href: '//portal.example/crm/lead/details/1/', target: '_blank', rel: 'noopener' })
    open.store.choose('need', 'yes')
    await nextTick()
    expect(control(open.panel, 'button', 'Сохранить').exists()).toBe(true)
    // each lead's buttons are heard with its name
    expect(list(open).get(`#${list(open).get('[role=group]').attributes('aria-labelledby') ?? ''}`).text()).toBe(TITLE)
    expect(open.panel.find('[role=alert]').exists()).toBe(false)
  })

  it('is sent from there, which is said where the button was', async () => {
    const open = await besides(UNREAD)
    await control(open.panel, 'button', 'Отправить сейчас').trigger('click')
    await expect.poll(() => wordsOf(open.panel)).toContain(`Отправлено: ${TITLE}`)
    expect(document.activeElement?.textContent).toContain('Отправлено')
    expect((await portal.lead(1)).title).toBe(`AAA ${TITLE}`)
  })

  it('that a colleague has undone meanwhile is told as that', async () => {
    const open = await besides({ method: 'crm.item.update', kind: 'html', when: 'after' })
    const head = await openPanel(OutcomeColumn, portal, { user: 'head' })
    await nextTick()
    await control(head.panel, 'button', 'Отменить сохранение').trigger('click')
    await control(head.panel, 'button', 'Отменить сохранение').trigger('click')
    await expect.poll(() => wordsOf(head.panel)).toContain('Сохранение отменено')
    await control(open.panel, 'button', 'Отправить сейчас').trigger('click')
    await expect.poll(() => wordsOf(open.panel)).toContain(`Было записано, но с тех пор отменено: ${TITLE}. Откройте лид: ответы остались в черновике.`)
  })

  it('is given up, after a question where it may be written', async () => {
    const open = await besides({ method: 'crm.item.update', kind: 'html', when: 'after' })
    await control(open.panel, 'button', 'Не отправлять').trigger('click')
    expect(wordsOf(list(open))).toContain('Возможно, портал уже что-то записал.')
    await control(open.panel, 'button', 'Всё равно отказаться').trigger('click')
    await expect.poll(() => wordsOf(open.panel)).toContain(`Больше не отправляется: ${TITLE}`)
    expect(open.queue.others).toEqual([])
  })

  it('that cannot be read is told as such, and can be dropped', async () => {
    localStorage.setItem('triple-a/portal.example/4/waiting/3', '{"open":')
    const open = await looking()
    expect(wordsOf(list(open))).toContain('#3запись о сохранении не читается, отправить её нельзя')
    expect(list(open).findAll('button').map(wordsOf)).toEqual(['Не отправлять'])
    await control(open.panel, 'button', 'Не отправлять').trigger('click')
    await expect.poll(() => wordsOf(open.panel)).toContain('Больше не отправляется: #3')
    expect(localStorage.getItem('triple-a/portal.example/4/waiting/3')).toBeNull()
    await expect.poll(async () => (await portal.snapshot()).userOptions['4']?.['r.3']).toBe('')
  })
})
