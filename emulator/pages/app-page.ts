import type { RouteReply } from '../route.ts'
import { html } from './html.ts'
import { pageReply } from './layout.ts'
import { notInstalledPage } from './plain-pages.ts'
import { OWN_PARAMETERS, type Visit } from './visit.ts'

/**
 * The app's main page; what stands in the page's address reaches the app as its PLACEMENT_OPTIONS.
 * `?install=Y` shows the portal as it is before the installation: the install page for administrators, words for others.
 */
export function appPage(visit: Visit): RouteReply {
  const install = visit.url.searchParams.get('install') === 'Y'
  if (install && !visit.user.admin) return notInstalledPage(visit)
  const given = [...visit.url.searchParams].filter(([name]) => !OWN_PARAMETERS.includes(name))
  return pageReply(visit, {
    title: visit.words.app,
    body: html`<h1 data-page-title>Triple A</h1>
<div class="app-page" data-app-page data-install="${install ? 'Y' : 'N'}" data-options="${JSON.stringify(Object.fromEntries(given))}"></div>`,
  })
}
