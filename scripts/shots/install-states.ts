/** The installation page. */
import { arm } from '../../tests/browser/portal-side.ts'
import { asNew, moveAway, openAppPage } from '../../tests/support/install-page.ts'
import type { InstallPage } from '../../tests/support/install-page.ts'
import { narrowTo } from './narrow.ts'
import type { Scene, State } from './state.ts'

/** Opened by an administrator of a portal where the app was only just uploaded. */
async function fresh({ page, stand, language }: Scene): Promise<InstallPage> {
  asNew(stand)
  const install = await openAppPage(page, stand, { language })
  await install.button(install.words.start).waitFor()
  return install
}

export const INSTALLING: readonly State[] = [
  {
    name: 'install-fresh',
    about: 'the app was uploaded and is not installed yet',
    reach: fresh,
  },
  {
    name: 'install-failed',
    about: 'the portal refused to add the tab',
    async reach(scene) {
      const install = await fresh(scene)
      await arm(scene.stand, { method: 'placement.bind', kind: '500' })
      await install.button(install.words.start).click()
      await install.alert.filter({ hasText: install.words.failed.placements }).waitFor()
      await install.frame.getByText(install.words.details).click()
    },
  },
  {
    name: 'install-scopes',
    about: 'permissions that the installation needs were not ticked',
    async reach(scene) {
      asNew(scene.stand)
      await narrowTo(scene, 'admin', ['placement', 'user_brief'])
      const install = await openAppPage(scene.page, scene.stand, { language: scene.language })
      await install.alert.filter({ hasText: install.words.missing.title }).waitFor()
    },
  },
  {
    name: 'install-fewer-scopes',
    about: 'the app can be installed, but lacks permissions for some of what it does',
    async reach(scene) {
      asNew(scene.stand)
      await narrowTo(scene, 'admin', ['crm', 'placement'])
      const install = await openAppPage(scene.page, scene.stand, { language: scene.language })
      await install.button(install.words.start).waitFor()
    },
  },
  {
    name: 'install-not-admin',
    about: 'somebody who is no administrator looks after the installation',
    async reach({ page, stand, language }) {
      const install = await openAppPage(page, stand, { user: 'crmadmin', language })
      await install.frame.getByRole('link').click()
      await install.alert.filter({ hasText: install.words.administrator.title }).waitFor()
    },
  },
  {
    name: 'install-moved',
    about: 'the app is installed, and its tabs are at an earlier address',
    async reach({ page, stand, language }) {
      moveAway(stand)
      const install = await openAppPage(page, stand, { language })
      await install.frame.getByRole('link').click()
      await install.button(install.words.mend).waitFor()
    },
  },
  {
    name: 'install-done',
    about: 'the installation is over',
    async reach(scene) {
      const install = await openAppPage(scene.page, scene.stand, { language: scene.language })
      await install.frame.getByRole('link').click()
      await install.heading.filter({ hasText: install.words.doneTitle }).waitFor()
    },
  },
]
