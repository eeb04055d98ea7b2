import type { RouteReply } from '../route.ts'
import { html } from './html.ts'
import { pageReply } from './layout.ts'
import { mayUseApp } from './app-access.ts'
import { noAccessPage, notInstalledPage } from './plain-pages.ts'
import { OWN_PARAMETERS, type Visit } from './visit.ts'

/**
 * The app's main page; what stands in the page's address reaches the app as its PLACEMENT_OPTIONS.
 * Before the installation (by the rules, or for one look with `?install=Y`): the install page for administrators, words for others.
 */
export function appPage(visit: Visit): RouteReply {
  if (!mayUseApp(visit)) return noAccessPage(visit)
  const install = !visit.portal.rules.now.installed || visit.url.searchParams.get('install') === 'Y'
  if (install && !visit.user.admin) return notInstalledPage(visit)
  const given = [...visit.url.searchParams].filter(([name]) => !OWN_PARAMETERS.includes(name))
  return pageReply(visit, {
    title: visit.words.app,
    body: html`<h1 data-page-title>Triple A</h1>
<div class="app-page" data-app-page data-install="${install ? 'Y' : 'N'}" data-options="${JSON.stringify(Object.fromEntries(given))}"></div>`,
  })
}
