/** What the panel says of a save that wrote nothing, and what it offers. */
import { describe, expect, it, vi } from 'vitest'
import SavePanel from '../../../src/components/save/SavePanel.vue'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { PortalErrorKind } from '../../../src/portal/portal.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { control, openPanel, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel, WorkplaceWishes } from '../../support/workplace.ts'

const portal = emulatedPortal()
const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

async function rule(path: 'rules' | 'convert', body: unknown): Promise<void> {
  await fetch(`${portal.url()}/emulator/${path}`, { method: 'POST', body: JSON.stringify(body) })
}

async function ready(wishes?: WorkplaceWishes): Promise<OpenPanel> {
  const open = await openPanel(SavePanel, portal, wishes)
  for (const [question, choice] of Object.entries(HOT)) open.store.choose(question, choice)
  return open
}

function alertOf({ panel }: OpenPanel): string {
  return wordsOf(panel.get('[role=alert]'))
}

async function savedBy(open: OpenPanel, button: string): Promise<void> {
  await control(open.panel, 'button', button).trigger('click')
  await expect.poll(() => open.saving.saving.state).toBe('saved')
}

describe('a lead that is gone', () => {
  it('says so, offers no other try, and lets the answers be copied', async () => {
    const copied: string[] = []
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => { copied.push(text); return Promise.resolve() })
    const open = await ready()
    await portal.rest('admin', 'crm.item.delete', { entityTypeId: 1, id: 1 })
    await open.save()
    expect(alertOf(open)).toContain('Лид удалили, пока вы отвечали')
    expect(alertOf(open)).not.toContain('Повторить')
    expect(open.panel.findAll('button').map(wordsOf)).toEqual(['Скопировать ответы'])
    await control(open.panel, 'button', 'Скопировать ответы').trigger('click')
    await expect.poll(() => alertOf(open)).toContain('Скопировано.')
    expect(copied).toEqual(['Потребность: Есть потребность\nСрочность: Прямо сейчас\nБюджет: От 1 млн ₽\nТип клиента: B2B'])
    vi.restoreAllMocks()
  })

  it('selects the answers where the browser does not let them be copied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
    const open = await ready({ language: 'en' })
    await portal.rest('admin', 'crm.item.delete', { entityTypeId: 1, id: 1 })
    await open.save()
    await control(open.panel, 'button', 'Copy the answers').trigger('click')
    await expect.poll(() => alertOf(open)).toContain('press Ctrl+C')
    expect(document.activeElement).toBe(open.panel.get('textarea').element)
    vi.restoreAllMocks()
  })
})

describe('a right that was taken away', () => {
  it('to change the lead is told with the answers kept, and saving again works when it is back', async () => {
    const open = await ready()
    await portal.faults([{ method: 'crm.item.update', kind: '403' }])
    await open.save()
    expect(alertOf(open)).toContain('Менять этот лид вам нельзя')
    expect(alertOf(open)).toContain('ответы остались на экране и в черновике')
    await savedBy(open, 'Повторить')
  })

  it('to see the lead is told with the answers to be copied, and saving works when it is back', async () => {
    const open = await ready()
    await portal.faults([{ method: 'crm.item.get', kind: '403' }])
    await open.save()
    expect(alertOf(open)).toContain('Этот лид вам больше не открыт')
    expect(alertOf(open)).toContain('Ничего не записано, ответы остались на экране и в черновике.')
    expect(open.panel.get<HTMLTextAreaElement>('[role=alert] textarea').element.value).toContain('Потребность: Есть потребность')
    await savedBy(open, 'Повторить')
  })

  it('to use the app is not called a closed lead', async () => {
    const open = await ready()
    open.saving.saving = { state: 'unread', error: { kind: 'no-access', method: 'batch', code: 'user_access_error', description: '' } }
    await open.panel.vm.$nextTick()
    expect(alertOf(open)).toContain('Администратор портала закрыл вам доступ к приложению.')
    expect(alertOf(open)).not.toContain('Этот лид вам больше не открыт')
  })
})

describe('a portal that refuses what is written', () => {
  it('for required fields names them and what to do', async () => {
    const open = await ready()
    await rule('rules', { requiredFields: ['UF_CRM_ABC_PURCHASE_DATE'] })
    await open.save()
    expect(alertOf(open)).toContain('В карточке не заполнены обязательные поля')
    expect(alertOf(open)).toContain('Ничего не записано, ответы на месте.')
    expect(alertOf(open)).toContain('Не заполнено: Дата покупки.')
    expect(open.panel.findAll('button').map(wordsOf)).toEqual(['Повторить Ctrl+Enter'])
    await rule('rules', { requiredFields: false })
    await savedBy(open, 'Повторить')
  })

  it('for its stage saves the rest without it in one press', async () => {
    const open = await ready({ installation: installed => ({ ...installed, sets: [{ ...DEFAULT_SET, stages: { A: 'IN_PROCESS', B: 'IN_PROCESS', C: 'IN_PROCESS' } }] }) })
    await rule('rules', { stages: { refuse: ['IN_PROCESS'] } })
    await open.save()
    expect(alertOf(open)).toMatch(/Ничего не записано.*(без стадии|без неё)/)
    await savedBy(open, 'Сохранить без стадии')
    expect(await portal.lead(1)).toMatchObject({ stageId: 'NEW', UF_CRM_ABC_CODE: 'AAA' })
  })

  it('for an answer without a list item names the answer and saves the rest in one press', async () => {
    const open = await ready()
    const field = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === 'UF_CRM_ABC_NEED')
    await portal.rest('admin', 'crm.lead.userfield.update', { id: field?.id, fields: { LIST: field?.LIST.map(({ ID, XML_ID }) => XML_ID === 'ABC_NEED_YES' ? { ID, DEL: 'Y' } : { ID }) } })
    await open.save()
    expect(alertOf(open)).toContain('Для ответа нет места на портале')
    expect(wordsOf(open.panel.get('[role=alert] li'))).toBe('Потребность: Есть потребность')
    await savedBy(open, 'Сохранить остальное')
    expect(await portal.lead(1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA' })
  })

  it('for an answer that the set-up has given no place names it and saves the rest in one press', async () => {
    const open = await ready({ installation: installed => ({ ...installed, fields: { ...installed.fields, choices: { ...installed.fields.choices, need: {} } } }) })
    await open.save()
    expect(alertOf(open)).toContain('Поля портала не подходят к анкете')
    expect(wordsOf(open.panel.get('[role=alert] li'))).toBe('Потребность: Есть потребность')
    expect((await portal.lead(1)).title).not.toMatch(/^AAA/)
    await savedBy(open, 'Сохранить остальное')
    expect(await portal.lead(1)).toMatchObject({ UF_CRM_ABC_CODE: 'AAA', title: expect.stringMatching(/^AAA /) as unknown })
  })

  it('names a field that it has lost, and says that the rest is saved', async () => {
    const open = await ready()
    const field = (await portal.snapshot()).userfields.find(one => one.FIELD_NAME === 'UF_CRM_ABC_NEED')
    await portal.call(await portal.as('admin'), 'crm.lead.userfield.delete', { id: field?.id ?? 0 })
    await open.save()
    expect(alertOf(open)).toContain('Записано всё, для чего есть поля')
    expect(wordsOf(open.panel.get('[role=alert] .ignored'))).toBe('Потребность: Есть потребность')
    expect(alertOf(open)).toContain('администратору нужно заново выполнить настройку Triple A')
  })
})

it('a lead that became a deal stops the save once and says where the answers go', async () => {
  const open = await ready({ language: 'en' })
  await rule('convert', { lead: 1, user: 'manager' })
  await open.save()
  expect(alertOf(open)).toContain('The lead became a deal while you were answering')
  expect(alertOf(open)).toContain('Nothing has been written yet.')
  await savedBy(open, 'Save')
})

describe.each(['ru', 'en'] as const)('in %s every error of the portal', (language) => {
  it('when the lead is read again says what happened and what next', async () => {
    const open = await ready({ language })
    const kinds: readonly PortalErrorKind[] = ['not-allowed', 'no-access', 'missing-scope', 'no-rest', 'not-found', 'busy', 'expired', 'unreachable', 'no-result', 'not-run', 'refused', 'unreadable']
    const said = new Set<string>()
    for (const kind of kinds) {
      open.saving.saving = { state: 'unread', error: { kind, method: 'crm.item.get', code: '', description: '' } }
      await open.panel.vm.$nextTick()
      said.add(alertOf(open))
    }
    expect(said.size).toBe(kinds.length)
    expect([...said].join(' ')).toContain('(crm)')
  })
})
