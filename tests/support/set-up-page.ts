/** The set-up page on an emulated portal, for component tests. */
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import SetUpPage from '../../src/components/set-up/SetUpPage.vue'
import type { Language } from '../../src/domain/question-set.ts'
import { loadSetUpWords, SET_UP_WORDS } from '../../src/i18n/set-up-words.ts'
import { loadWords, WORDS } from '../../src/i18n/words.ts'
import { readMyRights } from '../../src/portal/my-rights.ts'
import { OFFICE } from '../../src/stores/office.ts'
import type { Office } from '../../src/stores/office.ts'
import { APP_URL, NOON } from './emulated-portal.ts'
// lets requests to the emulated portal through
import './workplace.ts'
import type { EmulatedPortal, Login } from './emulated-portal.ts'

/** Opens the page as this user, and waits until it is known what the portal has. */
export async function openSetUp(portal: EmulatedPortal, user: Login = 'admin', language: Language = 'ru') {
  const asUser = await portal.as(user)
  const rights = await readMyRights(asUser)
  if (!rights.ok) throw new Error(`the portal does not tell who ${user} is`)
  const source = await loadWords(language)
  await source.fetchAll()
  const office: Office = {
    portal: asUser, host: 'portal.example', me: rights.value.me, zone: 'Europe/Moscow', handler: `${APP_URL}index.html`, storage: () => localStorage, locks: () => undefined, now: () => NOON,
  }
  const words = await loadSetUpWords(language)
  const page = mount(SetUpPage, {
    props: { shown: true },
    attachTo: document.body,
    global: { plugins: [createPinia()], provide: { [WORDS]: source, [SET_UP_WORDS]: words, [OFFICE]: office } },
  })
  onTestFinished(() => { page.unmount() })
  const settled = () => vi.waitFor(async () => {
    await flushPromises()
    if (page.get('.set-up').attributes('aria-busy') !== 'false') throw new Error('still busy')
  }, { timeout: 15_000, interval: 20 })
  await settled()
  return {
    page,
    words,
    settled,
    item: (key: string) => page.get(`[data-item=${key}]`),
    said: () => page.get('[role=status]').text(),
    async press(name: string, within = page.element as Element) {
      const button = [...within.querySelectorAll('button')].find(one => one.textContent.trim() === name)
      if (!button) throw new Error(`no button ${name} among ${[...within.querySelectorAll('button')].map(one => one.textContent.trim()).join(', ')}`)
      button.click()
      await settled()
    },
  }
}
