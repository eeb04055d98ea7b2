import { beforeEach, describe, expect, it } from 'vitest'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import type { Command } from '../../../src/portal/portal.ts'
import { control, wordsOf } from '../../support/workplace.ts'
import type { OpenPanel } from '../../support/workplace.ts'
import { asked, openedTab, path, type } from './lead-tab.ts'

const portal = emulatedPortal()

async function change(lead: number, fields: Command['params']): Promise<void> {
  await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields })
}

async function item(question: string, choice: string): Promise<Command['params']> {
  const { fields } = await portal.installation()
  return { [fields.answers[question] ?? '']: fields.choices[question]?.[choice] ?? 0 }
}

const offer = ({ panel }: OpenPanel) => wordsOf(panel.get('.before'))

async function opened(): Promise<OpenPanel> {
  const open = await openedTab(portal)
  await expect.poll(() => open.panel.find('.before').exists()).toBe(true)
  return open
}

describe('a client who was qualified before', () => {
  beforeEach(async () => {
    await change(1, { contactId: 2 })
    await change(2, { contactId: 2, title: 'ABA <b>Забор</b>', UF_CRM_ABC_CODE: 'ABA', UF_CRM_ABC_QUALIFIED_AT: '2026-05-12T10:00:00+03:00', ...await item('need', 'yes'), ...await item('client_type', 'b2b') })
  })

  it('is offered with his answers, in words', async () => {
    const open = await opened()
    await expect.poll(() => offer(open)).toContain('в лиде «ABA <b>Забор</b>». Потребность: Есть потребность; Тип клиента: B2B. Взять эти ответы')
    expect(path(open.panel)[0]).toBe('Потребность—')
  })

  it('is asked once more what was taken over: Enter confirms it, a digit corrects it', async () => {
    const open = await opened()
    await expect.poll(() => offer(open)).toContain('Взять эти ответы')
    await control(open.panel, 'button', 'Взять эти ответы').trigger('click')
    expect(offer(open)).toContain('Ответы взяты из лида «ABA <b>Забор</b>».')
    expect(open.store.dirty).toBe(false)
    await expect.poll(() => document.activeElement).toBe(open.panel.get('.before').element)
    expect(asked(open.panel)).toBe('Потребность')
    expect(wordsOf(open.panel.get('.question .where'))).toContain('ответил клиент: Enter подтвердит')
    await type('Enter', '1', '1', '2')
    expect(open.store.run).toMatchObject({
      answered: ['need', 'urgency', 'budget', 'client_type'],
      answers: { need: { choice: 'yes' }, urgency: { choice: 'now' }, budget: { choice: 'from_1m' }, client_type: { choice: 'g2b' } },
    })
  })

  it('keeps what the manager answered before he took the rest', async () => {
    const open = await opened()
    await expect.poll(() => offer(open)).toContain('Взять эти ответы')
    await type('2')
    expect(offer(open)).not.toContain('Потребность')
    await control(open.panel, 'button', 'Взять эти ответы').trigger('click')
    expect(open.store.run.answered).toEqual(['need'])
    expect(open.store.run.answers).toMatchObject({ need: { choice: 'later' }, client_type: { choice: 'b2b' } })
  })

  it('is not looked for when the lead is qualified already', async () => {
    await change(1, { UF_CRM_ABC_CODE: 'AAA' })
    const open = await opened()
    expect(offer(open)).toBe('')
    expect((await portal.requests()).flatMap(({ commands }) => commands).filter(command => command.includes('contactId'))).toEqual([])
  })

  it('is asked as anybody where the portal does not tell of him', async () => {
    await portal.faults([{ method: 'crm.item.list', kind: '500' }])
    const open = await opened()
    await expect.poll(() => offer(open)).toBe('Портал не ответил, спрашивали ли этого клиента раньше. Спросите как обычно.')
    expect(asked(open.panel)).toBe('Потребность')
  })
})

it('offers nothing to a client who was never asked', async () => {
  const open = await opened()
  expect(offer(open)).toBe('')
})
