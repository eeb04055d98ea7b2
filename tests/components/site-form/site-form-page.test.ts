import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import SiteFormPage from '../../../src/components/site-form/SiteFormPage.vue'
import { BANT } from '../../../src/domain/presets/bant.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Language } from '../../../src/domain/question-set.ts'
import { setInSnippet } from '../../../src/domain/site-snippet.ts'
import { loadPreviewWords, PREVIEW_WORDS } from '../../../src/i18n/preview-words.ts'
import { loadSiteFormWords, SITE_FORM_WORDS } from '../../../src/i18n/site-form-words.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'
import { printFieldMap } from '../../../src/portal/field-map.ts'
import { readMyRights } from '../../../src/portal/my-rights.ts'
import { OFFICE } from '../../../src/stores/office.ts'
import type { Office } from '../../../src/stores/office.ts'
import { useSets } from '../../../src/stores/sets.ts'
import { useSiteForm } from '../../../src/stores/site-form.ts'
import { emulatedPortal, NOON } from '../../support/emulated-portal.ts'
import { wordsOf } from '../../support/workplace.ts'

const portal = emulatedPortal({ leads: 2, sets: [DEFAULT_SET, { ...BANT, version: 3 }] })
const EMBED = '<script data-b24-form="inline/12/abcdef">load(\'https://cdn.bitrix24.ru/b1/crm/form/loader_12.js\')</script>'

async function openPage(language: Language = 'ru') {
  const asUser = await portal.as('admin')
  const rights = await readMyRights(asUser)
  if (!rights.ok) throw new Error('the portal does not tell who this is')
  const office: Office = {
    portal: asUser, host: 'portal.example', me: rights.value.me, zone: 'Europe/Moscow', handler: 'https://app.example/abc/index.html',
    storage: () => localStorage, locks: () => undefined, now: () => NOON,
  }
  const source = await loadWords(language)
  await source.fetchAll()
  const words = await loadSiteFormWords(language)
  const pinia = createPinia()
  const page = mount(SiteFormPage, {
    props: { shown: true }, attachTo: document.body,
    global: { plugins: [pinia], provide: { [WORDS]: source, [SITE_FORM_WORDS]: words, [PREVIEW_WORDS]: await loadPreviewWords(language), [OFFICE]: office } },
  })
  onTestFinished(() => { page.unmount() })
  const [sets, form] = [useSets(pinia), useSiteForm(pinia)]
  await vi.waitFor(async () => {
    await flushPromises()
    if (sets.busy || form.busy || !form.labels) throw new Error('still busy')
  }, { timeout: 10_000, interval: 20 })
  await flushPromises()
  const snippet = () => page.find<HTMLTextAreaElement>('textarea[readonly]').element.value
  return { page, words, snippet, paste: (text: string) => page.get('textarea:not([readonly])').setValue(text) }
}

afterEach(() => { vi.unstubAllGlobals() })

describe('the page of the form on a site', () => {
  it('lists the fields by the names of the portal, and says what it cannot check', async () => {
    const { page, words } = await openPage()
    const fields = page.get(`section[aria-label="${words.fields.title}"]`)
    expect(fields.findAll('li')).toHaveLength(5)
    expect(fields.text()).toContain('UF_CRM_ABC_NEED')
    expect(fields.text()).not.toContain(words.fields.missing)
    expect(fields.text()).toContain(words.fields.check)
  })

  it('says what is wrong with what was pasted, and makes no code of it', async () => {
    const { page, words, paste } = await openPage('en')
    await paste('https://b24-ab12.bitrix24.site/crm_form_x1/')
    expect(page.text()).toContain(words.problems.link)
    expect(page.find('textarea[readonly]').exists()).toBe(false)
  })

  it('makes the code for the set that is chosen', async () => {
    const { page, paste, snippet } = await openPage()
    await paste(EMBED)
    expect(snippet()).toContain('src="https://app.example/abc/triple-a-form.js" data-form="12"')
    expect(snippet()).toContain(EMBED)
    expect(setInSnippet(snippet())).toMatchObject({ id: 'default' })
    await page.get('select').setValue(BANT.id)
    expect(setInSnippet(snippet())).toMatchObject({ id: BANT.id })
  })

  it('tells of another set in what stands on the site', async () => {
    const { page, paste, snippet, words } = await openPage()
    await paste(EMBED)
    await paste(snippet())
    await page.get('select').setValue(BANT.id)
    expect(page.text()).toContain(words.code.otherSet('default'))
  })

  it('tells of an older version in what stands on the site, and makes the new code', async () => {
    const { page, paste, snippet, words } = await openPage()
    await page.get('select').setValue(BANT.id)
    await paste(EMBED)
    await paste(snippet().replace('"version":3', '"version":2'))
    expect(page.text()).toContain(words.code.older(2, 3))
    expect(setInSnippet(snippet())).toMatchObject({ version: 3 })
  })

  it('reads what stands on the site in whatever quotes, and tells of a newer version there', async () => {
    const { page, paste, snippet, words } = await openPage()
    await page.get('select').setValue(BANT.id)
    await paste(EMBED)
    const copied = snippet().replace('"version":3', '"version":9').replace(/data-set='([^']*)'/, (_, held: string) => `data-set="${held.replaceAll('"', '&quot;')}"`)
    await paste(copied)
    expect(page.text()).toContain(words.code.newer(9, 3))
  })

  it('says which choices and which field the portal has no place for', async () => {
    const { fields } = await portal.installation()
    const { yes: _, ...need } = fields.choices['need'] ?? {}
    const poorer = printFieldMap({ ...fields, choices: { ...fields.choices, need }, results: { ...fields.results, set: 'UF_CRM_GONE' } })
    await portal.call(await portal.as('admin'), 'app.option.set', { options: { fields: poorer } })
    const { page, words } = await openPage()
    expect(page.get('[role=status]').text()).toContain(words.leftOut)
    expect(page.get('[role=status]').text()).toContain('Потребность: ')
    expect(wordsOf(page.get(`section[aria-label="${words.fields.title}"]`))).toContain(words.fields.missing)
  })

  it('copies the code where the browser allows it', async () => {
    const copied: string[] = []
    vi.stubGlobal('navigator', { clipboard: { writeText(text: string) { copied.push(text); return Promise.resolve() } } })
    const { page, words, paste, snippet } = await openPage()
    await paste(EMBED)
    await page.findAll('button').find(one => wordsOf(one) === words.snippet.copy)?.trigger('click')
    await flushPromises()
    expect(copied).toEqual([snippet()])
    expect(page.text()).toContain(words.snippet.copied)
  })

  it('selects the code where the browser does not allow copying', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) } })
    const { page, words, paste } = await openPage()
    await paste(EMBED)
    const button = page.findAll('button').find(one => wordsOf(one) === words.snippet.copy)
    await button?.trigger('click')
    await flushPromises()
    expect(page.text()).toContain(words.snippet.selected)
    expect(document.activeElement).toBe(page.get('textarea[readonly]').element)
  })
})
