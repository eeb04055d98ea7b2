import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import SavePanel from '../../../src/components/save/SavePanel.vue'
import type { Command, Portal } from '../../../src/portal/portal.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()

const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

async function answered(answers: Readonly<Record<string, string>>, wishes?: WorkplaceWishes): Promise<OpenPanel> {
  const open = await openPanel(SavePanel, portal, wishes)
  for (const [question, choice] of Object.entries(answers)) open.store.choose(question, choice)
  await nextTick()
  return open
}

/** Changes the lead behind the back of whoever is answering. */
async function changeLead(lead: number, fields: Readonly<Record<string, string>>): Promise<void> {
  await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields })
}

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

describe('when somebody else changed the lead', () => {
  it('shows both values, takes the focus, and writes what is decided', async () => {
    const { panel, save } = await answered(HOT)
    await changeLead(1, { title: 'Кирпич для бани' })
    await save()
    const alert = panel.get('[role=alert]')
    expect(document.activeElement).toBe(alert.element)
    expect(wordsOf(alert)).toContain('НазваниеБыло, когда вы началиКирпич для дома в ПавловскеСейчас в лидеКирпич для бани')
    expect((await portal.lead(1)).title).toBe('Кирпич для бани')
    await control(panel, 'radio', 'Оставить как сейчас в лиде').setValue(true)
    await control(panel, 'button', 'Сохранить с этим решением').trigger('click')
    await expect.poll(() => wordsOf(panel.get('[role=status]'))).not.toBe('')
    expect((await portal.lead(1)).title).toBe('Кирпич для бани')
  })

  it.each([
    ['Записать моё: AAA Кирпич для дома в Павловске', 'AAA Кирпич для дома в Павловске'],
    ['Записать код перед новым названием: AAA Кирпич для бани', 'AAA Кирпич для бани'],
  ])('decides about a title: %s', async (way, title) => {
    const { panel, save } = await answered(HOT)
    await changeLead(1, { title: 'Кирпич для бани' })
    await save()
    await control(panel, 'radio', way).setValue(true)
    await save()
    expect((await portal.lead(1)).title).toBe(title)
  })

  it('asks anew about a title that was changed once more', async () => {
    const { panel, save } = await answered(HOT)
    await changeLead(1, { title: 'Кирпич для бани' })
    await save()
    await control(panel, 'radio', 'Записать моё').setValue(true)
    await changeLead(1, { title: 'Кирпич для печи' })
    await save()
    expect(control(panel, 'radio', 'Записать код перед новым названием: AAA Кирпич для печи').element).toHaveProperty('checked', true)
    expect((await portal.lead(1)).title).toBe('Кирпич для печи')
  })

  it('moves a to-do that somebody moved, or leaves it', async () => {
    const first = await answered(HOT)
    await first.save()
    const second = await answered({ need: 'no', client_type: 'c2c' })
    const [todo] = (await portal.snapshot()).activities.filter(({ DESCRIPTION }) => DESCRIPTION.includes('Triple A'))
    const moved = { id: todo?.ID, ownerTypeId: 1, ownerId: 1, title: todo?.SUBJECT, description: todo?.DESCRIPTION, responsibleId: 4, deadline: '2026-06-09T10:00:00+03:00' }
    await portal.rest('manager', 'crm.activity.todo.update', moved)
    await second.save()
    expect(wordsOf(second.panel.get('[role=alert]'))).toContain('Перенести дело: ')
    await control(second.panel, 'radio', 'Оставить дело как есть').setValue(true)
    await second.save()
    expect((await portal.snapshot()).activities.find(({ ID }) => ID === todo?.ID)?.DEADLINE).toContain('2026-06-09T10:00')
  })
})

describe('when the portal fails', () => {
  it('says that nothing was written when the lead could not be read again, and tries again', async () => {
    const { panel, save } = await answered(HOT)
    await portal.faults([{ method: 'crm.item.get', kind: '403' }])
    await save()
    expect(wordsOf(panel.get('[role=alert]'))).toContain('Этот лид вам больше не открыт')
    expect(wordsOf(panel.get('[role=alert]'))).toContain('Ничего не записано, ответы остались на экране и в черновике.')
    expect(wordsOf(panel.get('details'))).toContain('INVALID_CREDENTIALS')
    await control(panel, 'button', 'Повторить').trigger('click')
    await expect.poll(() => wordsOf(panel.get('[role=status]'))).not.toBe('')
  })

  it('says that it is not known whether the portal wrote when no answer came', async () => {
    const { panel, save } = await answered(HOT, { language: 'en' })
    await portal.faults([{ method: 'crm.item.update', kind: 'html', when: 'after' }])
    await save()
    expect(wordsOf(panel.get('[role=alert]'))).toContain('Whether the portal wrote anything is not known yet.')
    expect(control(panel, 'button', 'Send now').exists()).toBe(true)
  })

  it('says so too when the portal failed at the lead itself, and tries again', async () => {
    const { panel, save } = await answered(HOT)
    await portal.faults([{ method: 'crm.item.update', kind: '500' }])
    await save()
    expect(wordsOf(panel.get('h2'))).toBe('Сохранение ждёт')
    expect(wordsOf(panel.get('[role=alert]'))).toContain('Записал ли портал что-то, пока неизвестно.')
    await control(panel, 'button', 'Отправить сейчас').trigger('click')
    await expect.poll(() => wordsOf(panel.get('[role=status]'))).toContain('Сохранено')
  })

  it('names each step that is done, failed or was not run, and finishes the rest', async () => {
    const { panel, save } = await answered(HOT)
    await portal.faults([{ method: 'crm.activity.todo.add', kind: '403' }])
    await save()
    const alert = wordsOf(panel.get('[role=alert]'))
    expect(alert).toContain('Записано не всё')
    expect(alert).toContain('Поля и название лида: готово')
    expect(alert).toContain('Дело: не получилосьПортал не разрешил вам это действие.')
    expect(alert).toContain('Уведомление руководителю: не выполнялось')
    expect(panel.findAll('button').map(wordsOf)).toEqual(['Доделать остальное', 'Оставить как есть'])
    await control(panel, 'button', 'Доделать остальное').trigger('click')
    await expect.poll(() => wordsOf(panel.get('[role=status]'))).not.toBe('')
    expect((await portal.snapshot()).comments.filter(({ ENTITY_ID }) => String(ENTITY_ID) === '1')).toHaveLength(1)
  })

  it('names the fields that the portal took and did not keep', async () => {
    const { panel, save } = await answered(HOT)
    await portal.faults([{ method: 'crm.item.update', kind: 'drop-field', field: 'title', times: 9 }])
    await save()
    const alert = wordsOf(panel.get('[role=alert]'))
    expect(alert).toContain('Портал принял, но не сохранил:Название: AAA Кирпич для дома в Павловске')
    expect(panel.findAll('button').map(wordsOf)).not.toContain('Доделать остальное')
  })

  it('says that an answer has no place in the portal', async () => {
    const { panel, save } = await answered(HOT, {
      installation: installed => ({ ...installed, fields: { ...installed.fields, answers: {} } }),
    })
    await save()
    expect(wordsOf(panel.get('[role=alert]'))).toContain('Поля портала не подходят к анкете')
    expect(wordsOf(panel.get('details'))).toContain('no field for need')
  })
})
