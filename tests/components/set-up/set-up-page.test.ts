import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import type { Login } from '../../support/emulated-portal.ts'
import { openSetUp } from '../../support/set-up-page.ts'

const fresh = emulatedPortal({ leads: 5, sets: [] })

type Page = Awaited<ReturnType<typeof openSetUp>>

function states({ page }: Page): Record<string, string | undefined> {
  return Object.fromEntries(page.findAll('[data-item]').map(row => [row.attributes('data-item') ?? '', row.attributes('data-state')]))
}

function buttons({ page }: Page): readonly string[] {
  return page.findAll('button').map(button => button.text())
}

describe('an administrator', () => {
  it('sees what is missing, sets all of it up with one press, and is told that the portal is ready', async () => {
    const opened = await openSetUp(fresh)
    expect(opened.said()).toBe('Осталось пунктов: 6.')
    await opened.press('Настроить всё')
    expect(opened.said()).toContain('Портал готов')
    expect(states(opened)).toEqual({
      fields: 'there', class: 'there', storage: 'there', placements: 'there', card: 'there', sets: 'there', labels: 'there', mandatory: 'missing', stages: 'missing', access: 'by-hand',
    })
    expect((await fresh.installation()).sets.map(({ id }) => id)).toEqual(['default'])
    expect(opened.page.find('select[id]').exists() && buttons(opened)).not.toContain('Настроить всё')
  })

  it('begins with another set that was chosen, in the language of the page', async () => {
    const opened = await openSetUp(fresh, 'admin', 'en')
    await opened.page.get('select').setValue('bant')
    await opened.settled()
    await opened.press('Set everything up')
    const { sets } = await fresh.installation()
    expect(sets).toMatchObject([{ id: 'bant', defaultLanguage: 'en' }])
  })

  it('sees what would be sent before anything is', async () => {
    const opened = await openSetUp(fresh)
    const shown = opened.item('class').get('details').text()
    expect(shown).toContain('Что будет отправлено (1)')
    expect(shown).toContain('crm.lead.userfield.add')
    expect(shown).toContain('UF_CRM_ABC_CLASS')
    expect((await fresh.snapshot()).userfields).toEqual([])
  })

  it('does one item alone, and takes it back', async () => {
    const opened = await openSetUp(fresh)
    await opened.press('Сделать', opened.item('stages').element)
    expect(opened.item('stages').attributes('data-state')).toBe('there')
    expect(opened.said()).toContain('Готово: Стадии лида.')
    await opened.press('Отменить', opened.item('stages').element)
    expect(opened.item('stages').attributes('data-state')).toBe('missing')
    expect(opened.said()).toContain('Отменено: Стадии лида.')
  })

  it('makes what an item needs along with it', async () => {
    const opened = await openSetUp(fresh)
    await opened.press('Сделать', opened.item('card').element)
    expect(states(opened)).toMatchObject({ fields: 'there', class: 'there', card: 'there', sets: 'missing' })
  })

  it('is told which item failed and why, and goes on from there', async () => {
    const opened = await openSetUp(fresh)
    await fresh.faults([{ method: 'placement.bind', kind: '403', times: 1 }])
    await opened.press('Настроить всё')
    const alert = opened.page.get('[role=alert]')
    expect(alert.text()).toContain('Не получилось: Вкладка «Квалификация»')
    expect(alert.text()).toContain('Что сделано раньше, сохранилось')
    expect(states(opened)).toMatchObject({ fields: 'there', placements: 'missing' })
    await opened.press('Продолжить настройку')
    expect(opened.said()).toContain('Портал готов')
  })

  it('uses a field of the portal’s own, whose items are matched by their words', async () => {
    const admin = await fresh.as('admin')
    await fresh.call(admin, 'crm.lead.userfield.add', { fields: { FIELD_NAME: 'PRIORITY', USER_TYPE_ID: 'enumeration', EDIT_FORM_LABEL: 'Важность', LIST: [{ VALUE: 'AAA' }, { VALUE: 'BBB' }] } })
    const opened = await openSetUp(fresh)
    const choice = opened.item('class').get('select')
    expect(choice.text()).toContain('Важность (UF_CRM_PRIORITY)')
    await choice.setValue('UF_CRM_PRIORITY')
    await opened.settled()
    expect(opened.item('class').text()).toContain('Совпали: AAA, BBB. Добавятся: CCC.')
    await opened.press('Настроить всё')
    expect((await fresh.installation()).fields.results.class).toBe('UF_CRM_PRIORITY')
    await opened.item('class').get('select').setValue('')
    await opened.settled()
    expect(opened.item('class').attributes('data-state')).toBe('missing')
  })

  it('gives a list item the words of its choice again, and back those that it had', async () => {
    const admin = await fresh.as('admin')
    const opened = await openSetUp(fresh)
    await opened.press('Настроить всё')
    const { id = 0, LIST: [first] = [] } = (await fresh.snapshot()).userfields.find(({ FIELD_NAME }) => FIELD_NAME === 'UF_CRM_ABC_CLASS') ?? {}
    await fresh.call(admin, 'crm.lead.userfield.update', { id, fields: { LIST: [{ ID: first?.ID ?? '', VALUE: '«Горячий» 🔥', XML_ID: first?.XML_ID ?? '' }] } })
    await opened.press('Проверить ещё раз')
    expect(opened.said()).toContain('Портал готов')
    expect(opened.item('labels').text()).toContain('в поле «Приоритет»: ««Горячий» 🔥» → «AAA»')
    await opened.press('Исправить', opened.item('labels').element)
    expect(opened.item('labels').attributes('data-state')).toBe('there')
    await opened.press('Отменить', opened.item('labels').element)
    expect(opened.item('labels').text()).toContain('«Горячий» 🔥')
    expect(opened.said()).toContain('Отменено: Названия пунктов.')
  })

  it('reads which set is in force by its name', async () => {
    const opened = await openSetUp(fresh)
    await opened.press('Настроить всё')
    expect(opened.item('sets').text()).toContain('действует: «Базовая анкета», версия 1')
  })

  it.each([
    ['set.default', '{', 'Откройте «Анкеты»'],
    ['set.default', '', 'названа анкета, а самой её там нет'],
    ['settings', '{', 'Пусть прежнее значение вернёт тот, кто её менял'],
    ['fields', '{"format":99}', 'Обновите приложение'],
  ])('is told what to do where %s holds “%s”, and is not sent in circles', async (option, stored, advice) => {
    const admin = await fresh.as('admin')
    const opened = await openSetUp(fresh)
    await opened.press('Настроить всё')
    await fresh.call(admin, 'app.option.set', { options: { [option]: stored } })
    await opened.press('Проверить ещё раз')
    expect(opened.item('sets').text()).toContain(advice)
  })

  it('keeps the focus in a list of choices while the portal is read, and reads once more for what was chosen meanwhile', async () => {
    const opened = await openSetUp(fresh)
    const select = opened.page.get('select')
    select.element.focus()
    void select.setValue('bant')
    await nextTick()
    expect(opened.page.get('.set-up').attributes('aria-busy')).toBe('true')
    expect(document.activeElement).toBe(select.element)
    void select.setValue('building')
    await opened.settled()
    expect(document.activeElement).toBe(select.element)
    expect(opened.item('fields').text()).toContain('Тип объекта')
    await opened.press('Настроить всё')
    expect((await fresh.installation()).sets.map(({ id }) => id)).toEqual(['building'])
  })

  it('chooses a stage that exists for a step', async () => {
    const opened = await openSetUp(fresh)
    const [, qualification] = opened.item('stages').findAll('select')
    await qualification?.setValue('IN_PROCESS')
    await opened.settled()
    expect(opened.item('stages').text()).toContain('Квалификация: «В работе»')
    await opened.press('Сделать', opened.item('stages').element)
    expect(String((await fresh.snapshot()).appOptions['stages'])).toContain('"qualification":"IN_PROCESS"')
  })
})

describe('somebody else', () => {
  it('who administers the CRM has the buttons of fields alone', async () => {
    const opened = await openSetUp(fresh, 'crmadmin')
    expect(opened.page.text()).toContain('Вы администратор CRM')
    expect(opened.page.findAll('[data-item]').filter(row => row.find('button').exists()).map(row => row.attributes('data-item'))).toEqual(['fields', 'class'])
    await opened.press('Сделать', opened.item('class').element)
    expect(opened.item('class').attributes('data-state')).toBe('there')
    expect(opened.item('sets').text()).toContain('Это делает администратор портала.')
  })

  it.each(['manager', 'head'] satisfies Login[])('(%s) sees what is missing and whom to ask, and has nothing to press but a new look', async (user) => {
    const opened = await openSetUp(fresh, user)
    expect(opened.page.text()).toContain('Настраивать портал может администратор')
    expect(buttons(opened)).toEqual(['Проверить ещё раз'])
    expect(opened.item('fields').text()).toContain('Это делает администратор CRM или портала.')
    expect(opened.item('placements').text()).toContain('Это портал показывает только администратору.')
  })
})

it('says which alert works by which means, with the way to add a robot', async () => {
  const opened = await openSetUp(fresh)
  const panel = opened.page.get('section[aria-label^="Что работает само"]')
  expect(panel.findAll('.list > li')).toHaveLength(5)
  expect(panel.text()).toContain('Делает приложение')
  expect(panel.findAll('details')).toHaveLength(3)
})
