import type { RouteReply } from '../route.ts'
import { html } from './html.ts'
import { pageReply } from './layout.ts'
import type { Visit } from './visit.ts'

export function notFoundPage(visit: Visit): RouteReply {
  return plainPage(visit, 404, visit.words.notFound, visit.words.notFoundText)
}

export function deniedPage(visit: Visit): RouteReply {
  return plainPage(visit, 403, visit.words.denied, visit.words.deniedText)
}

export function notInstalledPage(visit: Visit): RouteReply {
  return plainPage(visit, 200, visit.words.app, visit.words.notInstalled)
}

/** For whom the administrator gave no access to the app. */
export function noAccessPage(visit: Visit): RouteReply {
  return plainPage(visit, 403, visit.words.app, visit.words.noAccess)
}

/** The lead pages of a portal in the simple mode. */
export function withoutLeadsPage(visit: Visit): RouteReply {
  return plainPage(visit, 200, visit.words.leads, visit.words.withoutLeads)
}

/** An address of a later version. */
export function notHerePage(visit: Visit): RouteReply {
  return plainPage(visit, 501, visit.words.notHere, visit.words.notHereText)
}

function plainPage(visit: Visit, status: number, title: string, text: string): RouteReply {
  return pageReply(visit, {
    title,
    status,
    body: html`<h1>${title}</h1><p>${text}</p><p><a href="${visit.link('/crm/lead/list/')}">${visit.words.leadList}</a></p>`,
  })
}
