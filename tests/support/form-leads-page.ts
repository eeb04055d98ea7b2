/** The page of leads from forms, mounted on an emulated portal, by what an administrator sees and presses. */
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import FormLeadsPage from '../../src/components/form-leads/FormLeadsPage.vue'
import type { Language } from '../../src/domain/question-set.ts'
import { FORM_LEADS_WORDS, loadFormLeadsWords } from '../../src/i18n/form-leads-words.ts'
import { loadWords, WORDS } from '../../src/i18n/words.ts'
import { readMyRights } from '../../src/portal/my-rights.ts'
import type { Command } from '../../src/portal/portal.ts'
import { useFormLeads } from '../../src/stores/form-leads.ts'
import { OFFICE } from '../../src/stores/office.ts'
import type { Office } from '../../src/stores/office.ts'
import { APP_URL, NOON } from './emulated-portal.ts'
import type { EmulatedPortal } from './emulated-portal.ts'
import { wordsOf } from './workplace.ts'

export const HOT = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }

export function formLeadsOn(portal: EmulatedPortal) {
  async function answer(lead: number, answers: Readonly<Record<string, string>>, more: Command['params'] = {}): Promise<void> {
    const { fields } = await portal.installation()
    const items = Object.fromEntries(Object.entries(answers).map(([question, choice]) => [fields.answers[question] ?? '', fields.choices[question]?.[choice] ?? 0]))
    await portal.call(await portal.as('admin'), 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields: { ...items, ...more } })
  }

  /** Ids of leads that a form made and that are in work. */
  async function fromForms(count: number): Promise<readonly number[]> {
    return (await portal.snapshot()).leads.filter(lead => Number(lead['webformId'] ?? 0) > 0 && lead['stageSemanticId'] === 'P').map(({ id }) => id).slice(0, count)
  }

  async function opened(language: Language = 'ru', locks: Office['locks'] = () => undefined) {
    const asUser = await portal.as('admin')
    const rights = await readMyRights(asUser)
    if (!rights.ok) throw new Error('the portal does not tell who it is')
    const source = await loadWords(language)
    await source.fetchAll()
    const office: Office = { portal: asUser, host: 'portal.example', me: rights.value.me, zone: 'Europe/Moscow', handler: `${APP_URL}index.html`, storage: () => localStorage, locks, now: () => NOON }
    const words = await loadFormLeadsWords(language)
    const pinia = createPinia()
    const page = mount(FormLeadsPage, {
      props: { shown: true }, attachTo: document.body,
      global: { plugins: [pinia], provide: { [WORDS]: source, [FORM_LEADS_WORDS]: words, [OFFICE]: office } },
    })
    onTestFinished(() => {
      page.unmount()
      localStorage.clear()
    })
    const store = useFormLeads(pinia)
    const settled = () => vi.waitFor(async () => {
      await flushPromises()
      if (store.reading || store.going === 'going' || store.going === 'stopping') throw new Error('still busy')
    }, { timeout: 15_000, interval: 20 })
    await settled()
    const press = async (name: string) => {
      const button = page.findAll('button').find(one => wordsOf(one) === name)
      if (!button) throw new Error(`no button “${name}” among ${page.findAll('button').map(wordsOf).join(', ')}`)
      await button.trigger('click')
    }
    return {
      page, words, store, settled, press,
      said: () => wordsOf(page.get('[role=status]')),
      rows: () => page.findAll('tbody tr').map(row => row.findAll('td').map(wordsOf).slice(1).join(' | ')),
      async writeAll(count: number) {
        await press(words.write(count))
        await press(words.go)
        await settled()
      },
    }
  }

  /** Everybody's notices, and those that are none of `before`. */
  async function notices(before: readonly { readonly ID: string }[] = []) {
    return (await portal.snapshot()).notices.filter(notice => before.every(({ ID }) => ID !== notice.ID))
  }

  return { answer, fromForms, opened, notices }
}
