import { randomBytes } from 'node:crypto'
import { isConvertible } from '../conversion.ts'
import type { CrmItem, EntityTypeId } from '../entities.ts'
import { placementsFor } from './app-access.ts'
import { userFieldRows } from './user-field-rows.ts'
import { html, type Html } from './html.ts'
import { stagesOf } from './item-words.ts'
import { placementTitle } from './placement-title.ts'
import { timeline, todos } from './card-history.ts'
import type { Visit } from './visit.ts'

/** What the cards of leads and deals differ in. */
export interface CardKind {
  readonly entity: 'lead' | 'deal'
  readonly entityTypeId: EntityTypeId
  readonly placement: string
  readonly heading: string
  readonly aboutHeading: string
  /** Label and value of each standard field; empty values show as a dash. */
  readonly fields: readonly (readonly [label: string, value: string])[]
}

/**
 * A card: head, tabs, the general panel and one empty panel for each app tab, which the page's script fills when
 * it is first shown. Whatever carries `data-region` is replaced when the record changes. `item` is absent for a
 * record that is not saved yet.
 */
export function card(visit: Visit, item: CrmItem | undefined, kind: CardKind): Html {
  const { words, link, lang } = visit
  const id = item?.id ?? 0
  const own = `c${randomBytes(4).toString('hex')}`
  const bound = placementsFor(visit, kind.placement)
  const tabs = [words.general, ...bound.map((one) => placementTitle(one, lang))]
  const userFields = userFieldRows(visit, item, kind.entityTypeId)
  return html`<article class="card" data-card data-entity="${kind.entity}" data-id="${id}"
 data-address="${link(`/crm/${kind.entity}/details/${id}/`)}"
 data-success="${item && stagesOf(visit, item).now?.semantics === 'S' ? 'Y' : 'N'}">
<div class="card-head">
<h1 data-region="title">${kind.heading}</h1>
<div class="card-tools">
${kind.entity === 'lead' && html`<form data-open-card>
<label>${words.leadNumber} <input type="number" name="id" min="0" required></label>
<button>${words.openCard}</button>
</form>`}
${kind.entity === 'lead' && item && isConvertible(item) && html`<button type="button" data-convert-card>${words.convertCard}</button>`}
<button type="button" data-reload-card>${words.reloadCard}</button>
</div>
</div>
<ol class="stages" aria-label="${words.stage}" data-region="stage">${item && stages(visit, item)}</ol>
<div class="tabs" role="tablist" aria-label="${words.tabs}">
${tabs.map((title, index) => html`<button type="button" role="tab" id="${own}-tab-${index}" aria-controls="${own}-panel-${index}"
 aria-selected="${index === 0 ? 'true' : 'false'}" tabindex="${index === 0 ? 0 : -1}">${title}</button>`)}
</div>
<div class="columns" role="tabpanel" id="${own}-panel-0" aria-labelledby="${own}-tab-0">
<div>
<section class="panel" aria-labelledby="${own}-about"><h2 id="${own}-about">${kind.aboutHeading}</h2>
<dl data-region="fields">${kind.fields.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value || '—'}</dd></div>`)}</dl>
</section>
<div data-region="user-fields">
${userFields.length > 0 && html`<section class="panel" aria-labelledby="${own}-user"><h2 id="${own}-user">${words.qualification}</h2>
<dl>${userFields}</dl></section>`}
</div>
</div>
<div>
<section class="panel" aria-labelledby="${own}-todos"><h2 id="${own}-todos">${words.todos}</h2>
<ul class="history" data-region="todos">${todos(visit, item)}</ul></section>
<section class="panel" aria-labelledby="${own}-line"><h2 id="${own}-line">${words.timeline}</h2>
<ul class="history" data-region="timeline">${timeline(visit, item)}</ul></section>
</div>
</div>
${bound.map((one, index) => html`<div role="tabpanel" class="app-tab" id="${own}-panel-${index + 1}"
 aria-labelledby="${own}-tab-${index + 1}" data-tab="tab_rest_${one.id}" data-placement="${one.placement}" data-binding="${one.id}" hidden>
${id === 0 && html`<p class="save-first">${words.saveFirst}</p>`}
</div>`)}
</article>`
}

function stages(visit: Visit, item: CrmItem): readonly Html[] {
  const { stages: all, now } = stagesOf(visit, item)
  return all
    .filter((stage) => stage.semantics === null || stage === now)
    .map((stage) => html`<li${stage === now && html` aria-current="step" data-semantics="${stage.semantics ?? 'P'}"`}>${stage.name}</li>`)
}
