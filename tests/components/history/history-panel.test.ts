/** What was done to a lead, and taking the last of it back. */
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { nextTick } from 'vue'
import OutcomeColumn from '../../../src/components/outcome/OutcomeColumn.vue'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import { setChoiceText } from '../../../src/domain/set-edit/choices.ts'
import { setQuestionText } from '../../../src/domain/set-edit/questions.ts'
import { lookAtPublishing } from '../../../src/portal/sets/publishing-plan.ts'
import { publishSet } from '../../../src/portal/sets/publishing.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()

const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }
const WARM = { need: 'yes', urgency: 'now', budget: 'from_100k', client_type: 'b2c' }
const TITLE = 'Кирпич для дома в Павловске'

afterEach(() => { localStorage.clear() })

async function opened(wishes: WorkplaceWishes = {}): Promise<OpenPanel> {
  const open = await openPanel(OutcomeColumn, portal, wishes)
  onTestFinished(() => { open.queue.stop() })
  await nextTick()
  return open
}

async function saved(answers: Readonly<Record<string, string>>, wishes: WorkplaceWishes = {}): Promise<OpenPanel> {
  const open = await opened(wishes)
  for (const [question, choice] of Object.entries(answers)) open.store.choose(question, choice)
  await open.save()
  await nextTick()
  return open
}

/** Puts another version into force, with other words for a question and its choice. */
async function publishRenamed(): Promise<void> {
  const admin = await portal.as('admin')
  const renamed = setQuestionText(setChoiceText(DEFAULT_SET, 'client_type', 'b2b', 'label', 'ru', 'Фирма'), 'client_type', 'name', 'ru', 'Кто клиент')
  const plan = await lookAtPublishing(admin, { set: renamed, base: 1 }, 'Europe/Moscow')
  expect(plan.ok && await publishSet(admin, plan.value)).toEqual({ ok: true, value: 'default@2' })
}

const history = ({ panel }: OpenPanel) => panel.get('details.panel')

/** The history with its entries told. */
async function unfolded(open: OpenPanel): Promise<ReturnType<typeof history>> {
  const panel = history(open)
  panel.element.setAttribute('open', '')
  await panel.trigger('toggle')
  return panel
}

const undoing = ({ panel }: OpenPanel) => panel.get('.undo')

/** Asks for the undo, and takes what is asked back. */
async function undo(open: OpenPanel, label = 'Отменить сохранение'): Promise<void> {
  await control(open.panel, 'button', label).trigger('click')
  await control(open.panel, 'button', label).trigger('click')
  await expect.poll(() => open.panel.find('.undo .asked').exists()).toBe(false)
  await nextTick()
}

describe('the history of a lead', () => {
  it('is not there before anything was done', async () => {
    expect((await opened()).panel.find('details.panel').exists()).toBe(false)
  })

  it('tells, folded, who qualified it when, from which code and class to which, and what changed', async () => {
    (await saved(HOT)).panel.unmount()
    await portal.advance(60);
    (await saved(WARM)).panel.unmount()
    const open = await opened()
    const panel = history(open)
    expect(panel.attributes()).not.toHaveProperty('open')
    expect(wordsOf(panel.get('summary'))).toBe('История лида (2)')
    expect(panel.find('ol').exists()).toBe(false)
    await unfolded(open)
    const [newest, first] = panel.findAll('ol > li').map(wordsOf)
    expect(newest).toContain('1 июня в 12:01, Иван МорозовAAA, класс AAA → BBA, класс AAA сохраненоИзменились ответы: Бюджет, Тип клиента')
    expect(newest).toContain('Тип клиентаB2B→станетB2C')
    expect(newest).toContain(`НазваниеAAA ${TITLE}→станетBBA ${TITLE}`)
    expect(first).toContain('без кода → AAA, класс AAA')
    expect(first).toContain('ДелопустостанетКасание 1 из 24: Обработка обращения, 1 июня в 12:15'.replace('пустостанет', 'пусто→станет'))
  })

  it('names questions and choices as the version did by which the lead was asked', async () => {
    (await saved(HOT)).panel.unmount()
    await publishRenamed()
    const panel = await unfolded(await opened())
    await expect.poll(() => wordsOf(panel.get('ol'))).toContain('Тип клиентапусто→станетB2B')
    expect(wordsOf(panel.get('ol'))).not.toContain('Кто клиент')
    expect(wordsOf(panel.get('ol'))).not.toContain('default@1')
  })

  it('says that a version is gone by which the lead was asked, and names its questions as they are named now', async () => {
    (await saved(HOT)).panel.unmount()
    await publishRenamed()
    const admin = await portal.as('admin')
    const items = await portal.call(admin, 'entity.item.get', { ENTITY: 'abcsets', FILTER: { NAME: 'default@1' } }) as readonly { ID: string }[]
    await portal.call(admin, 'entity.item.delete', { ENTITY: 'abcsets', ID: Number(items[0]?.ID) })
    const panel = await unfolded(await opened())
    await expect.poll(() => wordsOf(panel.get('ol'))).toContain('Версии анкеты default@1 на портале уже нет: вопросы названы по нынешней.')
    expect(wordsOf(panel.get('ol'))).toContain('Кто клиентпусто→станетФирма')
  })

  it('is told by the set in hand where the versions could not be read', async () => {
    (await saved(HOT)).panel.unmount()
    await publishRenamed()
    const open = await opened()
    await portal.faults([{ method: 'entity.item.get', kind: '403' }])
    const panel = await unfolded(open)
    await expect.poll(async () => (await portal.requests()).at(-1)?.commands).toContainEqual(expect.stringContaining('entity.item.get'))
    expect(wordsOf(panel.get('ol'))).toContain('Кто клиентпусто→станетФирма')
    expect(wordsOf(panel.get('ol'))).not.toContain('default@1')
  })

  it('names those whom the tab does not know when it is unfolded', async () => {
    (await saved(HOT, { user: 'head' })).panel.unmount()
    await portal.advance(60);
    (await saved(WARM)).panel.unmount()
    const open = await opened({ user: 'admin' })
    const panel = await unfolded(open)
    await expect.poll(() => panel.findAll('ol > li').map(entry => /12:0\d, (\D+?)(?:AAA|без)/.exec(wordsOf(entry))?.[1])).toEqual(['Иван Морозов', 'Ольга Лебедева'])
  })

  it('shows an entry that cannot be read as such', async () => {
    await portal.call(await portal.as('manager'), 'entity.item.add', { ENTITY: 'abcruns', NAME: 'forged1', DETAIL_TEXT: '{"format":1}', PROPERTY_VALUES: { LEAD: 1 } })
    const open = await opened()
    expect(wordsOf(await unfolded(open))).toContain('Запись forged1 не читается. Она оставлена как есть.')
    expect(open.panel.find('.undo').exists()).toBe(false)
  })

  it('says whose matter it is where none is kept', async () => {
    const open = await opened({ scopes: ['crm', 'user', 'department', 'im'] })
    expect(wordsOf(history(open))).toContain('История лида не ведётся. Администратору портала нужно отметить право приложения')
  })

  it('says calmly after a save that it is without it', async () => {
    const open = await opened()
    for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
    await portal.faults([{ method: 'entity.item.add', kind: '403', times: 9 }])
    await open.save()
    await nextTick()
    expect(wordsOf(open.panel.get('.success'))).toContain('В историю лида это не записано.')
    expect(open.panel.find('[role=alert]').exists()).toBe(false)
  })

  it('leads to the undo of its newest entry', async () => {
    const open = await saved(HOT)
    await (await unfolded(open)).get('button.again').trigger('click')
    await nextTick()
    await nextTick()
    expect(wordsOf(undoing(open))).toContain('Отменить последнее сохранение?')
    expect(document.activeElement).toBe(undoing(open).element)
    expect((await unfolded(open)).find('button.again').exists()).toBe(false)
  })
})

describe('undoing a save', () => {
  it('first says what goes back and what stays, writes nothing yet, and has the focus', async () => {
    const open = await saved(HOT)
    await control(open.panel, 'button', 'Отменить сохранение').trigger('click')
    await nextTick()
    const asked = wordsOf(undoing(open))
    expect(asked).toContain('Отменить последнее сохранение? Лид снова станет таким:AAA, класс AAA → без кода')
    expect(asked).toContain(`НазваниеAAA ${TITLE}→станет${TITLE}`)
    expect(asked).toContain('Комментарий останется в ленте с пометкой. Что с тех пор изменили другие, не тронем. Если дело уже выполнено, оно останется. Уведомление руководителю отозвать нельзя.')
    expect(document.activeElement).toBe(undoing(open).element)
    expect((await portal.lead(1)).title).toBe(`AAA ${TITLE}`)
    await control(open.panel, 'button', 'Оставить как есть').trigger('click')
    await nextTick()
    expect(undoing(open).findAll('button').map(wordsOf)).toEqual(['Отменить сохранение'])
    expect(document.activeElement).toBe(undoing(open).element)
  })

  it('tells what went back, with the focus on it, and notes it in the comment', async () => {
    const open = await saved(HOT)
    await undo(open)
    const told = undoing(open).get('[role=status]')
    expect(wordsOf(told)).toContain('Сохранение отмененоAAA, класс AAA → без кода')
    expect(wordsOf(told)).toContain('Дело')
    expect(document.activeElement).toBe(told.element)
    expect((await portal.lead(1)).title).toBe(TITLE)
    const [comment] = (await portal.snapshot()).comments.filter(({ ENTITY_ID }) => String(ENTITY_ID) === '1')
    expect(comment?.COMMENT).toContain('[i]Отменено 01.06.2026, 12:00, Иван Морозов[/i]')
  })

  it('is told in the history, on both entries', async () => {
    const open = await saved(HOT)
    await undo(open)
    const [newest, first] = (await unfolded(open)).findAll('ol > li').map(wordsOf)
    expect(newest).toContain('отменено сохранённое 1 июня в 12:00')
    expect(first).toContain('Это отменено 1 июня в 12:00')
  })

  it('can be undone itself', async () => {
    const open = await saved(HOT)
    await undo(open)
    await undo(open, 'Вернуть отменённое')
    expect(wordsOf(undoing(open))).toContain('Отменённое возвращенобез кода → AAA, класс AAA')
    expect(wordsOf((await unfolded(open)).get('ol > li'))).toContain('отменённое возвращено')
    expect((await portal.lead(1)).title).toBe(`AAA ${TITLE}`)
    const [comment] = (await portal.snapshot()).comments.filter(({ ENTITY_ID }) => String(ENTITY_ID) === '1')
    expect(comment?.COMMENT).toContain('[i]Возвращено 01.06.2026, 12:00, Иван Морозов[/i]')
    expect(undoing(open).findAll('button').map(wordsOf)).toEqual(['Отменить сохранение'])
  })

  it('says what somebody changed since and what the lead holds there now', async () => {
    const open = await saved(HOT)
    await portal.advance(5)
    await portal.rest('head', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { title: 'Моё' } })
    const todo = (await portal.snapshot()).activities.find(({ DESCRIPTION }) => DESCRIPTION.includes('Triple A'))
    await portal.rest('manager', 'crm.activity.update', { id: todo?.ID, fields: { COMPLETED: 'Y' } })
    await undo(open)
    expect(wordsOf(undoing(open))).toContain('Это с тех пор изменили, поэтому оставлено:Название: сейчас Моё')
    expect(wordsOf(undoing(open))).toContain('Дело уже выполнено, оно осталось.')
  })

  it('leads to the card for a to-do that may not be removed', async () => {
    const open = await saved(HOT)
    await portal.faults([{ method: 'crm.activity.delete', kind: '403', times: 9 }])
    await undo(open)
    expect(wordsOf(undoing(open))).toContain('Дело убрать или вернуть не удалось. Сделайте это сами в карточке лида. Открыть карточку лида')
    expect(undoing(open).get('a').attributes('href')).toBe('//portal.example/crm/lead/details/1/')
  })

  it('says what to do when the portal does not let it happen', async () => {
    const open = await saved(HOT, { language: 'en' })
    await portal.faults([{ method: 'crm.item.update', kind: '403', times: 2 }])
    await undo(open, 'Undo the save')
    const first = open.panel.get('[role=alert]').element
    await control(open.panel, 'button', 'Try again').trigger('click')
    // another note, which is read out and has the focus, as the first one had
    await expect.poll(() => open.panel.find('[role=alert]').exists() && open.panel.get('[role=alert]').element !== first).toBe(true)
    expect(document.activeElement).toBe(open.panel.get('[role=alert]').element)
    expect(wordsOf(open.panel.get('[role=alert]'))).toContain('The lead could not be changed backIf a part has changed already, trying again does the rest, and nothing twice.')
    await control(open.panel, 'button', 'Try again').trigger('click')
    await expect.poll(() => wordsOf(open.panel)).toContain('The save is undone')
    expect((await portal.lead(1)).title).toBe(TITLE)
  })

  it('steps back when the next questions are answered', async () => {
    const open = await saved(HOT)
    await undo(open)
    open.store.choose('need', 'no')
    await nextTick()
    expect(open.panel.find('.undo').exists()).toBe(false)
  })

  it('is not offered to who may only read', async () => {
    (await saved(HOT)).panel.unmount()
    await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, fields: { opened: 'Y' } })
    const open = await opened({ user: 'manager2' })
    expect((await unfolded(open)).findAll('ol > li').map(wordsOf)).toEqual([expect.stringContaining('Иван Морозов')])
    expect(open.panel.findAll('button').map(wordsOf).join()).not.toContain('Отменить')
  })
})
