/** The lines in the head that tell of stored things which cannot be read. */
import { afterEach, expect, it } from 'vitest'
import { openedTab } from '../components/qualification/lead-tab.ts'
import { emulatedPortal } from '../support/emulated-portal.ts'
import { wordsOf } from '../support/workplace.ts'

const portal = emulatedPortal()

afterEach(() => { localStorage.clear() })

const SAID = {
  ru: ['Черновик на портале (запись «d.1») не читается.', 'Запись прошлой квалификации (поле UF_CRM_ABC_RUN) не читается', 'В этом браузере ждало отправки сохранение этого лида, но прочитать его нельзя.'],
  en: ['The draft on the portal (record “d.1”) cannot be read.', 'The record of the last qualification (field UF_CRM_ABC_RUN) cannot be read', 'A save of this lead was waiting in this browser, but it cannot be read.'],
} as const

it.each(['ru', 'en'] as const)('name the place and say what becomes of it (%s)', async (language) => {
  await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: 1, useOriginalUfNames: 'Y', fields: { UF_CRM_ABC_RUN: 'junk' } })
  localStorage.setItem('triple-a/portal.example/4/waiting/1', 'junk')
  const { panel } = await openedTab(portal, { language, unreadDrafts: ['far'] })
  await expect.poll(() => panel.find('.notes').exists()).toBe(true)
  for (const sentence of SAID[language]) await expect.poll(() => wordsOf(panel.get('.notes'))).toContain(sentence)
})

it.each([
  [['near'] as const, 'новые ответы хранятся в черновике на портале'],
  [['near', 'far'] as const, 'Его место займёт первый же новый ответ'],
])('say where answers are kept when these drafts cannot be read: %s', async (unreadDrafts, said) => {
  const { panel } = await openedTab(portal, { unreadDrafts })
  await expect.poll(() => panel.find('.notes').exists()).toBe(true)
  expect(wordsOf(panel.get('.notes'))).toContain(said)
})
