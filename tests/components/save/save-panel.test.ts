import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import SavePanel from '../../../src/components/save/SavePanel.vue'
import type { Command, Portal } from '../../../src/portal/portal.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel } from '../../support/workplace.ts'
import { HOT, panelsOn } from './answered-panel.ts'

const portal = emulatedPortal()
const { answered, changeLead } = panelsOn(portal)

function lines({ panel }: OpenPanel): readonly string[] {
  return panel.findAll('label').map(wordsOf)
}

describe('before anything is written', () => {
  it('asks for a first answer', async () => {
    const { panel } = await answered({})
    expect(wordsOf(panel)).toContain('Ответьте на первый вопрос, и здесь появится всё, что запишется в лид.')
    expect(wordsOf(panel.get('h2'))).toBe('Что будет записано')
    expect(panel.find('button').exists()).toBe(false)
  })

  it('lists every line with what the lead holds and what it would hold, in words', async () => {
    const open = await answered(HOT)
    expect(lines(open)).toEqual(expect.arrayContaining([
      'НазваниеКирпич для дома в Павловске→станетAAA Кирпич для дома в Павловске',
      'ПотребностьпустостанетЕсть потребность',
      'ПриоритетпустостанетAAA',
      'Коэффициентпустостанет4',
      'Особо важныйНет→станетДа',
      'Следующий шагпустостанет1 июня в 12:15',
      'Комментарий в ленте лидаитог, ответы и следующий шаг',
      'ДелоКасание 1: Обработка обращения, 1 июня в 12:15',
      'Уведомление: Ольга Лебедевалид стал горячим, крупный заказ',
    ]))
    // it comes with whatever is written, so there is nothing to tick
    expect(wordsOf(open.panel)).toContain('Кто и когда квалифицировалпустостанет1 июня в 12:00, Иван Морозов, анкета «Базовая анкета», версия 1')
    expect(open.panel.findAll('h3').map(wordsOf)).toEqual(['Название лида', 'Поля лида', 'Что появится'])
  })

  it('does so in English', async () => {
    const open = await answered(HOT, { language: 'en' })
    expect(lines(open)).toEqual(expect.arrayContaining([
      'NeedemptybecomesHas a need',
      'Notice to Ольга Лебедеваthe lead has become hot, a large order',
    ]))
    expect(wordsOf(control(open.panel, 'button', 'Save'))).toContain('Ctrl+Enter')
  })

  it('explains why the sum of a lead with products is not ticked', async () => {
    const open = await answered({ need: 'yes' }, { lead: 10 })
    open.store.put('budget', { kind: 'amount', amount: 120_000 }, true)
    await nextTick()
    expect(control(open.panel, 'checkbox', 'Сумма').element).toHaveProperty('checked', false)
    expect(wordsOf(open.panel)).toContain('Сумма лида складывается из товаров.')
  })

  it('has nothing to save when every line is unticked', async () => {
    const { panel, saving } = await answered(HOT)
    for (const line of saving.toWrite) saving.tick(line.id, false)
    await nextTick()
    expect(control(panel, 'button', 'Сохранить').attributes()).toHaveProperty('disabled')
    expect(wordsOf(panel)).toContain('Отметьте хотя бы одну строку, чтобы сохранить.')
  })

  it('leaves out a line that was unticked', async () => {
    const open = await answered(HOT)
    await control(open.panel, 'checkbox', 'Название').setValue(false)
    await open.save()
    expect((await portal.lead(1)).title).toBe('Кирпич для дома в Павловске')
  })

  it('asks about a title that begins like a code, with both titles to choose from', async () => {
    const open = await answered(HOT, { lead: 6 })
    const question = open.panel.get('fieldset')
    expect(wordsOf(question)).toContain('Название начинается с «AAB». Это похоже на код, но поле кода у лида пустое')
    expect(control(open.panel, 'radio', 'AAA AAB Реконструкция склада').element).toHaveProperty('checked', true)
    await control(open.panel, 'radio', 'Убрать «AAB», код поставить впереди').setValue(true)
    expect(lines(open)).toContain('НазваниеAAB Реконструкция склада→станетAAA Реконструкция склада')
  })

  it('leads to that question by F2, and says so beside the button', async () => {
    const open = await answered(HOT, { lead: 6 })
    expect(wordsOf(open.panel)).toContain('F2 решить, каким будет название')
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, cancelable: true }))
    expect(document.activeElement).toBe(control(open.panel, 'radio', 'AAA AAB Реконструкция склада').element)
  })

  it('says nothing of F2 where the title is not in question', async () => {
    expect(wordsOf((await answered(HOT)).panel)).not.toContain('F2')
  })

  it('shows who may only read everything, and no way to save', async () => {
    const open = await answered(HOT, { user: 'manager2', lead: 1 })
    expect(open.panel.find('button').exists()).toBe(false)
    expect(open.panel.find('input').exists()).toBe(false)
    expect(wordsOf(open.panel)).toContain('У вас нет права менять этот лид')
    expect(wordsOf(open.panel)).toContain('Потребность')
  })
})

describe('after a save', () => {
  it('says quietly what was saved, when, by whom and in how long, and that nothing is left', async () => {
    const { panel } = await answered(HOT)
    await control(panel, 'button', 'Сохранить').trigger('click')
    await expect.poll(() => wordsOf(panel.get('[role=status]'))).not.toBe('')
    expect(wordsOf(panel.get('[role=status]'))).toBe('Сохраненополя лида, комментарий, дело, уведомление1 июня в 12:00, Иван Морозов, за 0:00')
    expect(wordsOf(panel.get('h2'))).toBe('Записано в лид')
    expect(panel.findAll('button').map(wordsOf)).toEqual(['Отменить сохранение'])
  })

  it('is announced by a region that was there before', async () => {
    const { panel, save } = await answered(HOT)
    const region = panel.get('[role=status]').element
    expect(region.textContent).toBe('')
    await save()
    expect(region.isConnected).toBe(true)
    expect(region.textContent).toContain('Сохранено')
  })

  it('is busy until the portal has answered', async () => {
    const { panel, save } = await answered(HOT)
    const saved = save()
    await nextTick()
    const button = control(panel, 'button', 'Сохраняем…')
    expect(button.attributes('aria-busy')).toBe('true')
    await saved
  })

  it('tells in the timeline, the to-do and the notice what came out, with the lead’s words made harmless', async () => {
    await changeLead(1, { title: 'Кирпич [B]дёшево[/B]' })
    const { store, save } = await answered(HOT)
    store.note('need', 'просит [URL=http://x.example]скидку[/URL]')
    await save()
    const { activities, comments, notices } = await portal.snapshot()
    const comment = comments.at(-1)?.COMMENT.replaceAll('\u2060', '~').replaceAll('\u00a0', ' ') ?? ''
    expect(comment).toContain('[b]Квалификация: AAA, класс AAA[/b]\nкоэффициент 4, сумма от 1 000 000 ₽, 24 касания, особо важный')
    expect(comment).toContain('Следующий шаг: Касание 1 из 24: Обработка обращения, Звонок, 1 июня в 12:15')
    expect(comment).toContain('Потребность: Есть потребность\nЗаметка: просит [~URL=http://x.example]скидку[~/URL]')
    expect(comment).toContain('анкета «Базовая анкета», версия 1, заняло 0:00')
    expect(activities.at(-1)?.SUBJECT).toBe('Касание 1 из 24: Обработка обращения')
    expect(activities.at(-1)?.DESCRIPTION).toContain('Поблагодарите за обращение')
    const notice = notices.at(-1)?.MESSAGE.replaceAll('\u2060', '~')
    expect(notice).toContain('[b]Горячий лид, Крупный заказ[/b]: [URL=/crm/lead/details/1/]AAA Кирпич [~B]дёшево[~/B][/URL]')
    expect(notice).toContain('Клиент: Дмитрий Кузнецов\nОтветственный: Иван Морозов')
  })

  it('does not call answers saved that were given while the others were written', async () => {
    const late: (() => void)[] = []
    const given = await portal.as('manager')
    const noticing: Portal = {
      send(commands, options) {
        if (Object.values<Command>(commands).some(({ method }) => method === 'crm.item.update')) late.pop()?.()
        return given.send(commands, options)
      },
    }
    const { panel, store, save } = await openPanel(SavePanel, { ...portal, as: () => Promise.resolve(noticing) })
    for (const [question, choice] of Object.entries(HOT)) store.choose(question, choice)
    late.push(() => { store.note('need', 'перезвонить жене') })
    await save()
    await nextTick()
    expect(wordsOf(panel.get('h2'))).toBe('Последние ответы не записаны')
    expect(wordsOf(panel.get('[role=status]'))).toContain('Прежние ответы сохранены.')
    expect(wordsOf(panel.get('[role=status]'))).not.toContain('Сохранено')
    await control(panel, 'button', 'Сохранить').trigger('click')
    await expect.poll(() => wordsOf(panel.get('h2'))).toBe('Записано в лид')
    expect(wordsOf(panel.get('[role=status]'))).toContain('Сохранено')
  })

  it('dates the texts by the moment of the save, like the fields', async () => {
    const { save, wait } = await answered(HOT)
    wait(600)
    await save()
    const { activities, comments } = await portal.snapshot()
    expect(activities.at(-1)?.DEADLINE).toBe('2026-06-01T12:25:00+03:00')
    expect(comments.at(-1)?.COMMENT).toContain('1 июня в 12:25')
    expect(comments.at(-1)?.COMMENT).toContain('заняло 10:00')
  })
})

it('pressed while the lead is being read again writes when it has been, and once', async () => {
  const { panel, save, store } = await answered(HOT)
  const read = store.open()
  const saved = save()
  await nextTick()
  expect(control(panel, 'button', 'Сохраняем…').attributes('aria-busy')).toBe('true')
  await Promise.all([read, saved, save()])
  expect(await portal.lead(1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
  expect((await portal.snapshot()).comments).toHaveLength(1)
})
