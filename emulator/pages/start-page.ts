import { LEAD } from '../entities.ts'
import type { RouteReply } from '../route.ts'
import { html, type Html } from './html.ts'
import { pageReply } from './layout.ts'
import { readableItems } from './reading.ts'
import { fullName, VISITORS, type Visit } from './visit.ts'

/** How many lead cards the start page offers. */
const FIRST_LEADS = 6

export function startPage(visit: Visit): RouteReply {
  const { words, link } = visit
  return pageReply(visit, {
    title: words.start,
    body: html`<h1>${words.portal}</h1>
<p class="lead">${words.about} ${words.aboutData}</p>
<div class="columns">
<section class="panel" aria-labelledby="who"><h2 id="who">${words.who}</h2>${visitors(visit)}
<h2>${words.language}</h2>
<p class="switch">${language(visit, 'ru', 'Русский')} ${language(visit, 'en', 'English')}</p>
</section>
<section class="panel" aria-labelledby="where"><h2 id="where">${words.whereTo}</h2>
<ul class="links">
<li><a href="${link('/crm/lead/list/')}">${words.leadList}</a></li>
<li><a href="${link('/crm/lead/details/0/')}">${words.newLead}</a></li>
<li><a href="${link('/marketplace/app/triple-a/')}">${words.appMainPage}</a></li>
</ul>
<h2>${words.firstLeads}</h2>
<ul class="links">${firstLeads(visit)}</ul>
</section>
</div>`,
  })
}

function visitors({ portal, user, link }: Visit): Html {
  const offered = VISITORS.flatMap((name) => portal.store.user(name) ?? [])
  return html`<ul class="people-list">${offered.map((one) => html`<li>
<a href="${link('/', { user: one.login })}"${current(one === user)}>${fullName(one)} <small>${one.login} · ${one.position}</small></a>
</li>`)}</ul>`
}

function language({ lang, link }: Visit, other: string, name: string): Html {
  return html`<a href="${link('/', { lang: other })}" lang="${other}"${current(other === lang)}>${name}</a>`
}

function current(yes: boolean): Html | false {
  return yes && html` aria-current="true"`
}

function firstLeads(visit: Visit): readonly Html[] {
  if (visit.portal.rules.now.simpleMode) return [html`<li class="nothing">${visit.words.withoutLeads}</li>`]
  const leads = readableItems(visit, LEAD, FIRST_LEADS)
  if (leads.length === 0) return [html`<li class="nothing">${visit.words.noLeads}</li>`]
  return leads.map(({ id, values }) => html`<li>
<a href="${visit.link(`/crm/lead/details/${id}/`, { tab: '1' })}">${String(values['title'] ?? '')}</a>
</li>`)
}
