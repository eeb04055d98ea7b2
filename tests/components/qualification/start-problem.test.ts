/** Screens in place of the tab: why nothing can be shown, and what to do. */
import { describe, expect, it } from 'vitest'
import StartProblem from '../../../src/components/qualification/StartProblem.vue'
import type { Trouble } from '../../../src/components/qualification/trouble.ts'
import type { Language } from '../../../src/domain/question-set.ts'
import { failed } from '../../../src/domain/result.ts'
import { findInstallation } from '../../../src/portal/installation.ts'
import type { Portal } from '../../../src/portal/portal.ts'
import { emulatedPortal } from '../../support/emulated-portal.ts'
import { wordsOf } from '../../support/workplace.ts'
import { inWords } from './in-words.ts'
import { openedTab } from './lead-tab.ts'

const portal = emulatedPortal()

async function said(trouble: Trouble, language?: Language): Promise<string> {
  return wordsOf((await inWords(StartProblem, { trouble }, language)).get('[role=alert]'))
}

/** What is found of the installation when its options are these. */
async function troubleWith(changed: Readonly<Record<string, string>>): Promise<Trouble> {
  const { settings, fields, 'set.default': set } = (await portal.snapshot()).appOptions
  const options: Readonly<Record<string, unknown>> = { settings, fields, 'set.default': set, ...changed }
  const found = await findInstallation((name) => {
    const value = options[name]
    return typeof value === 'string' ? value : undefined
  }, await portal.as('manager'), 1)
  if (found.ok) throw new Error('these options are fine')
  return found.error
}

describe('settings that a newer version has written', () => {
  it.each([
    ['ru', 'settings', 'Запись «settings» (общие настройки)', 'Обновите страницу портала, чтобы загрузилась новая версия.'],
    ['en', 'fields', 'the entry “fields” (the map of lead fields)', 'Reload the portal page to get the new version.'],
    ['ru', 'set.default', 'Запись «set.default» (анкета «default»)', 'оставлена как есть'],
  ] as const)('are not called damaged, in %s for %s', async (language, option, what, next) => {
    const words = await said(await troubleWith({ [option]: '{"format":99}' }), language)
    expect(words).toContain(language === 'ru' ? 'Настройки сделаны более новой версией Triple A' : 'The settings come from a newer Triple A')
    expect(words).toContain(what)
    expect(words).toContain(next)
  })
})

describe('settings that cannot be read', () => {
  it.each(['settings', 'fields', 'set.default'])('name the entry “%s”, and offer another try', async (option) => {
    const words = await said(await troubleWith({ [option]: '{"format":1' }))
    expect(words).toContain('Настройки приложения не читаются')
    expect(words).toContain(`Повреждена запись «${option}»`)
    expect(words).toContain('Повторить')
  })
})

describe('an app that is not given', () => {
  it('to the user says so, and not that the lead is closed', async () => {
    const refusing: Portal = { send: () => Promise.resolve(failed({ kind: 'no-access', method: 'batch', code: 'user_access_error', description: '' })) }
    const { panel } = await openedTab({ ...portal, as: () => Promise.resolve(refusing) })
    const words = wordsOf(panel.get('[role=alert]'))
    expect(words).toContain('Приложение вам не открыто')
    expect(words).not.toContain('Этот лид вам не открыт')
    expect(words).toContain('user_access_error')
  })

  it('the permission for the CRM names it', async () => {
    const { panel } = await openedTab(portal, { scopes: ['user_brief', 'department'], language: 'en' })
    const words = wordsOf(panel.get('[role=alert]'))
    expect(words).toContain('The app lacks permissions')
    expect(words).toContain('permission “CRM” (crm)')
  })

  it('any permission names those that it needs', async () => {
    const words = await said({ kind: 'portal', error: { kind: 'missing-scope', method: 'batch', code: 'insufficient_scope', description: '' } })
    expect(words).toContain('нужно отметить права приложения: CRM, пользователи, подразделения, уведомления')
  })
})

it.each<[Trouble['kind'], string]>([
  ['not-embedded', 'Triple A открывается внутри Bitrix24'],
  ['silent', 'Портал не отвечает'],
  ['failed', 'Не удалось связаться с порталом'],
  ['no-screen', 'Здесь пока ничего нет'],
  ['new-lead', 'Сначала сохраните лид'],
  ['not-set-up', 'Приложение ещё не настроено'],
])('a start that ended as “%s” is told', async (kind, title) => {
  if (kind === 'unreadable' || kind === 'portal' || kind === 'gone') throw new Error('it needs more')
  expect(await said({ kind })).toContain(title)
})

it('a set in force that the portal no longer has is named with its version, and who puts one back', async () => {
  const words = await said({ kind: 'gone', set: 'default@7' })
  expect(words).toContain('Анкета не найдена в хранилище')
  expect(words).toContain('Действует версия 7 анкеты «default»')
  expect(words).toContain('Попросите администратора')
})

it.each([
  ['no-screen', 'install.html', 'ru', 'Проверить установку'],
  ['no-screen', 'install.html', 'en', 'Check the installation'],
  ['new-lead', undefined, 'ru', ''],
] as const)('a start that ended as “%s” leads to the page %s (%s)', async (kind, page, language, name) => {
  const link = (await inWords(StartProblem, { trouble: { kind } }, language)).find('a')
  expect(link.exists()).toBe(page !== undefined)
  if (link.exists()) expect([link.attributes('href'), link.text()]).toEqual([page, name])
})
