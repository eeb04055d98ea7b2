/** What is shown where the lead cannot be. */
import { arm, callAs } from '../../tests/browser/portal-side.ts'
import { narrowTo } from './narrow.ts'
import { changeLead, deleteLead, fieldId, opened, shown, told, wordsFor } from './state.ts'
import type { State } from './state.ts'

/** Longer than the app waits for the portal, in milliseconds. */
const SILENCE = 11_000

export const PROBLEMS: readonly State[] = [
  {
    name: 'field-gone-before',
    about: 'a field of the app is missing already when the lead is opened',
    async reach(scene) {
      await callAs(scene.stand, 'admin', 'crm.lead.userfield.delete', { id: fieldId(scene.stand, 'UF_CRM_ABC_CODE') })
      const card = await opened(scene)
      await card.press('1')
      await card.question.getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'new-lead',
    about: 'the lead is not saved yet',
    async reach(scene) {
      const card = await shown(scene, { lead: 0 })
      await told(card, card.words.problem.newLead.title)
    },
  },
  {
    name: 'lead-deleted',
    about: 'the lead is gone',
    async reach(scene) {
      const card = await shown(scene)
      await deleteLead(scene)
      await told(card, card.words.problem.opening['not-found'].title)
      await card.use(card.frame.locator('summary'))
    },
  },
  {
    name: 'no-read-right',
    about: 'the lead was made private',
    async reach(scene) {
      const card = await shown(scene, { user: 'manager2' })
      await changeLead(scene, { opened: 'N' })
      await told(card, card.words.problem.opening['not-allowed'].title)
    },
  },
  {
    name: 'missing-scope',
    about: 'the app was not given the permissions that it needs',
    async reach(scene) {
      await narrowTo(scene, 'manager', ['placement'])
      const card = await shown(scene)
      await told(card, card.words.problem.opening['missing-scope'].title)
    },
  },
  {
    name: 'no-app-access',
    about: 'the administrator gave this person no access to the app',
    prints: /403/,
    async reach(scene) {
      const card = await shown(scene)
      await scene.page.route('**/emulator/frame?*', async (route) => {
        const answer = await route.fetch()
        scene.stand.portal.portal.rules.change({ noAccess: ['manager'] })
        await route.fulfill({ response: answer })
      })
      await card.tab.click()
      await card.frame.getByRole('alert').waitFor()
    },
  },
  {
    name: 'no-rest',
    about: 'the plan of the portal has no REST',
    prints: /403/,
    async reach(scene) {
      scene.stand.portal.portal.rules.change({ plan: 'none' })
      const card = await shown(scene)
      await told(card, card.words.problem.opening['no-rest'].title)
    },
  },
  {
    name: 'simple-mode',
    about: 'the portal was switched to a CRM without leads',
    async reach(scene) {
      const card = await shown(scene)
      scene.stand.portal.portal.rules.change({ simpleMode: true })
      await card.tab.click()
      await card.frame.getByRole('alert').or(card.result).first().waitFor()
    },
  },
  {
    name: 'not-set-up',
    about: 'no set was published',
    async reach(scene) {
      const card = await shown(scene)
      scene.stand.portal.store.state.appOptions.clear()
      await told(card, card.words.problem.notSetUp.title)
    },
  },
  {
    name: 'unreadable-set',
    about: 'the stored question set is damaged',
    async reach(scene) {
      scene.stand.portal.store.setAppOptions({ 'set.default': '{"id":' })
      const card = await shown(scene)
      await card.tab.click()
      await card.frame.getByRole('alert').waitFor()
    },
  },
  {
    name: 'newer-settings',
    about: 'the settings come from a newer version of the app',
    async reach(scene) {
      const { store } = scene.stand.portal
      for (const name of Object.keys(store.appOptions())) store.setAppOptions({ [name]: '{"format":99}' })
      const card = await shown(scene)
      await card.tab.click()
      await card.frame.getByRole('alert').waitFor()
    },
  },
  {
    name: 'fewer-scopes',
    about: 'only the permission for the CRM was given, which costs a part of the screen',
    async reach(scene) {
      await narrowTo(scene, 'manager', ['crm', 'placement'])
      const card = await shown(scene)
      await card.openTab()
      await card.main.getByText(card.words.trouble.notes.partsMissing).waitFor()
    },
  },
  {
    name: 'busy',
    about: 'the portal is overloaded',
    prints: /503/,
    async reach(scene) {
      const card = await shown(scene)
      await arm(scene.stand, { method: '*', kind: '503', times: 9 })
      await told(card, card.words.problem.opening.busy.title)
    },
  },
  {
    name: 'unreachable',
    about: 'there is no connection',
    prints: /net::ERR_/,
    async reach(scene) {
      const card = await shown(scene)
      await arm(scene.stand, { method: '*', kind: 'cut', times: 9 })
      await told(card, card.words.problem.opening.unreachable.title)
    },
  },
  {
    name: 'expired',
    about: 'the session is over',
    prints: /401/,
    async reach(scene) {
      const card = await shown(scene)
      await arm(scene.stand, { method: '*', kind: '401', times: 9 })
      await told(card, card.words.problem.opening.expired.title)
    },
  },
  {
    name: 'silent-portal',
    about: 'the page around the app does not answer',
    async reach(scene) {
      const { page } = scene
      await page.clock.install()
      await page.addInitScript(() => {
        if (window === window.top) window.addEventListener('message', event => event.stopImmediatePropagation(), true)
      })
      const card = await shown(scene)
      const loaded = page.waitForResponse(response => response.url().includes('/assets/sdk-'))
      await card.tab.click()
      await loaded
      await page.clock.fastForward(SILENCE)
      await card.frame.getByRole('alert').filter({ hasText: card.words.problem.silent.title }).waitFor()
    },
  },
  {
    name: 'not-loaded',
    about: 'a part of the app could not be fetched',
    prints: /./,
    async reach(scene) {
      const card = await shown(scene)
      await scene.page.route(`**/assets/${scene.language}-*.js`, route => route.abort())
      await card.tab.click()
      await card.frame.getByRole('alert').waitFor()
    },
  },
  {
    name: 'outside',
    about: 'the app was opened outside a portal',
    bare: true,
    async reach({ page, stand, language }) {
      await page.goto(`${stand.appUrl}/?LANG=${language}`)
      const { problem } = await wordsFor(language)
      await page.getByRole('alert').filter({ hasText: problem.notEmbedded.title }).waitFor()
    },
  },
]
