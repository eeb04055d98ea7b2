import { formRoutes } from '../forms/routes.ts'
import type { Portal } from '../portal.ts'
import type { Route, RouteResponse } from '../route.ts'
import { appPage } from './app-page.ts'
import { assetRoute } from './assets.ts'
import { dealCardPage, leadCardPage } from './card-pages.ts'
import { frameRoutes } from './frame-routes.ts'
import { leadListPage } from './lead-list-page.ts'
import { notFoundPage, notHerePage } from './plain-pages.ts'
import { startPage } from './start-page.ts'
import { visitOf, type Visit } from './visit.ts'

/** The portal's pages, what their scripts load, and what their app frames ask. */
export function pageRoutes(portal: Portal): Route[] {
  function page(path: Route['path'], show: (visit: Visit, id: number) => RouteResponse): Route {
    return { method: 'GET', path, handle: ({ url, match }) => show(visitOf(portal, url), Number(match[0])) }
  }

  return [
    page('/', startPage),
    page('/crm/lead/list/', leadListPage),
    page(/^\/crm\/lead\/details\/(\d+)\/$/, leadCardPage),
    page(/^\/crm\/deal\/details\/(\d+)\/$/, dealCardPage),
    page('/marketplace/app/triple-a/', appPage),
    page('/call/', notHerePage),
    ...formRoutes(portal),
    assetRoute,
    ...frameRoutes(portal),
    page(/^\/(?:crm|marketplace|company|workgroups)\/.*$/, notFoundPage),
  ]
}
