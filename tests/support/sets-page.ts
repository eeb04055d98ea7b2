/** The page of question sets on an emulated portal, for component tests. */
import { flushPromises, mount } from '@vue/test-utils'
import type { DOMWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import SetsPage from '../../src/components/sets/SetsPage.vue'
import type { Language } from '../../src/domain/question-set.ts'
import { loadSetsWords, SETS_WORDS } from '../../src/i18n/sets-words.ts'
import { loadWords, WORDS } from '../../src/i18n/words.ts'
import { readMyRights } from '../../src/portal/my-rights.ts'
import { OFFICE } from '../../src/stores/office.ts'
import type { Office } from '../../src/stores/office.ts'
import { useSetDraft } from '../../src/stores/set-draft.ts'
import { useSets } from '../../src/stores/sets.ts'
import { APP_URL, NOON } from './emulated-portal.ts'
import type { EmulatedPortal, Login } from './emulated-portal.ts'
import { wordsOf } from './workplace.ts'

type Box = Pick<DOMWrapper<Element>, 'findAll'>

const denied = (): Storage => { throw new DOMException('denied', 'SecurityError') }

/** Opens the page as this user, and waits until the sets are there. */
export async function openSets(portal: EmulatedPortal, user: Login = 'admin', language: Language = 'ru', storage: () => Storage = denied) {
  const asUser = await portal.as(user)
  const rights = await readMyRights(asUser)
  if (!rights.ok) throw new Error(`the portal does not tell who ${user} is`)
  const source = await loadWords(language)
  await source.fetchAll()
  const office: Office = {
    portal: asUser, host: 'portal.example', me: rights.value.me, zone: 'Europe/Moscow', handler: `${APP_URL}index.html`,
    storage, locks: () => undefined, now: () => NOON,
  }
  const messages = await loadSetsWords(language)
  const words = messages.sets
  const pinia = createPinia()
  const page = mount(SetsPage, {
    props: { shown: true },
    attachTo: document.body,
    global: { plugins: [pinia], provide: { [WORDS]: source, [SETS_WORDS]: messages, [OFFICE]: office } },
  })
  onTestFinished(() => { page.unmount() })
  const [sets, work] = [useSets(pinia), useSetDraft(pinia)]
  const settled = () => vi.waitFor(async () => {
    await vi.dynamicImportSettled()
    await flushPromises()
    if (sets.busy || work.busy) throw new Error('still busy')
  }, { timeout: 15_000, interval: 20 })
  const named = (tag: string, name: string): Omit<DOMWrapper<Element>, 'exists'> => {
    const found = page.findAll(tag).find(one => one.attributes('aria-label') === name)
    if (!found) throw new Error(`no ${tag} is called “${name}”`)
    return found
  }
  await settled()
  return {
    page,
    words,
    settled,
    /** The card of a set, by its name. */
    card: (name: string) => named('article', name),
    /** Names of the buttons that can be pressed. */
    buttons: (within: Box = page) => within.findAll('button').filter(one => one.attributes('disabled') === undefined).map(wordsOf),
    cards: () => page.findAll('article').map(one => one.attributes('aria-label') ?? ''),
    async press(name: string, within: Box = page) {
      const button = within.findAll('button').find(one => wordsOf(one) === name)
      if (!button) throw new Error(`no button “${name}” among ${within.findAll('button').map(wordsOf).join(', ')}`)
      await button.trigger('click')
      await settled()
    },
  }
}
