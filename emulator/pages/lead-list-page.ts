import { LEAD, type CrmItem } from '../entities.ts'
import type { RouteReply } from '../route.ts'
import { html, type Html } from './html.ts'
import { amountOf, contacts, personName, responsible, stagesOf, textOf } from './item-words.ts'
import { pageReply } from './layout.ts'
import { withoutLeadsPage } from './plain-pages.ts'
import { readableItems } from './reading.ts'
import type { Visit } from './visit.ts'

/** Rows of one page of a list. */
const PAGE_SIZE = 50

export function leadListPage(visit: Visit): RouteReply {
  const { words, url, portal } = visit
  if (portal.rules.now.simpleMode) return withoutLeadsPage(visit)
  const leads = readableItems(visit, LEAD)
  const last = Math.max(1, Math.ceil(leads.length / PAGE_SIZE))
  const page = Math.min(last, Math.max(1, Math.trunc(Number(url.searchParams.get('page')) || 1)))
  const start = (page - 1) * PAGE_SIZE
  const shown = leads.slice(start, start + PAGE_SIZE)
  return pageReply(visit, {
    title: words.leads,
    body: html`<h1>${words.leads}</h1>
${shown.length === 0
      ? html`<p class="nothing">${words.noLeads}</p>`
      : html`<p>${words.shown} ${start + 1}–${start + shown.length} ${words.of} ${leads.length}</p>
<div class="table-scroll" role="region" aria-label="${words.leads}" tabindex="0">
<table>
<thead><tr>${['id', 'title', 'name', 'phone', 'amount', 'stage', 'responsible'].map((key) => heading(visit, key))}</tr></thead>
<tbody>
${shown.map((lead) => row(visit, lead))}
</tbody>
</table>
</div>
${pages(visit, page, last)}`}`,
  })
}

function heading({ words }: Visit, key: string): Html {
  const texts: Readonly<Record<string, string>> = words
  return html`<th scope="col">${texts[key]}</th>`
}

function row(visit: Visit, lead: CrmItem): Html {
  return html`<tr>
<td>${lead.id}</td>
<td class="wide"><a href="${visit.link(`/crm/lead/details/${lead.id}/`)}">${textOf(lead, 'title') || `№ ${lead.id}`}</a></td>
<td>${personName(lead)}</td>
<td>${contacts(lead, 'PHONE')}</td>
<td class="number">${amountOf(visit, lead)}</td>
<td>${stagesOf(visit, lead).now?.name}</td>
<td>${responsible(visit, lead)}</td>
</tr>`
}

function pages({ words, link }: Visit, page: number, last: number): Html {
  const to = (number: number): string => link('/crm/lead/list/', { page: String(number) })
  return html`<nav class="pages" aria-label="${words.pages}">
${page > 1 && html`<a href="${to(page - 1)}" rel="prev">← ${words.previous}</a>`}
<span aria-current="page">${page} / ${last}</span>
${page < last && html`<a href="${to(page + 1)}" rel="next">${words.next} →</a>`}
</nav>`
}
