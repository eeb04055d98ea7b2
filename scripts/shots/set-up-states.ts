/** The set-up page. */
import { arm } from '../../tests/browser/portal-side.ts'
import { asFresh, openSetUpPage } from '../../tests/support/set-up-frame.ts'
import type { State } from './state.ts'

export const SETTING_UP: readonly State[] = [
  {
    name: 'set-up-fresh',
    about: 'nothing is set up yet',
    async reach({ page, stand, language }) {
      await asFresh(stand)
      await openSetUpPage(page, stand, { language })
    },
  },
  {
    name: 'set-up-failed',
    about: 'the portal refused one item of the set-up',
    prints: /status of 403/,
    async reach({ page, stand, language }) {
      await asFresh(stand)
      const setUp = await openSetUpPage(page, stand, { language })
      await arm(stand, { method: 'placement.bind', kind: '403' })
      await setUp.button(setUp.words.all).click()
      await setUp.alert.waitFor()
    },
  },
  {
    name: 'set-up-ready',
    about: 'all that is needed is set up, with requests and choices unfolded',
    async reach({ page, stand, language }) {
      await asFresh(stand)
      const setUp = await openSetUpPage(page, stand, { language })
      await setUp.button(setUp.words.all).click()
      await setUp.status.filter({ hasText: setUp.words.ready }).waitFor()
      for (const summary of await setUp.frame.locator('summary').all()) await summary.click()
    },
  },
  {
    name: 'set-up-not-admin',
    about: 'somebody who administers nothing looks at the set-up',
    async reach({ page, stand, language }) {
      await asFresh(stand)
      await openSetUpPage(page, stand, { user: 'manager', language })
    },
  },
]
