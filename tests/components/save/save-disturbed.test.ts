/** A save in whose way somebody else comes, or the portal. */
import { describe, expect, it } from 'vitest'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import { HOT, panelsOn } from './answered-panel.ts'

const portal = emulatedPortal()
const { answered, changeLead } = panelsOn(portal)

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
