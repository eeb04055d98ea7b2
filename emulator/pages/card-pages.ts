import { DEAL, LEAD, type CrmItem, type EntityTypeId } from '../entities.ts'
import { hasCrm, mayDo } from '../rights.ts'
import type { RouteReply } from '../route.ts'
import { card, type CardKind } from './card.ts'
import { amountOf, contacts, directoryWord, personName, responsible, textOf } from './item-words.ts'
import { pageReply } from './layout.ts'
import { deniedPage, notFoundPage, withoutLeadsPage } from './plain-pages.ts'
import type { Visit } from './visit.ts'

/** A lead's card; 0 is a new lead, not saved yet. */
export function leadCardPage(visit: Visit, id: number): RouteReply {
  return visit.portal.rules.now.simpleMode ? withoutLeadsPage(visit) : cardPage(visit, id, LEAD, leadKind)
}

export function dealCardPage(visit: Visit, id: number): RouteReply {
  return cardPage(visit, id, DEAL, dealKind)
}

function cardPage(
  visit: Visit,
  id: number,
  entityTypeId: EntityTypeId,
  kindOf: (visit: Visit, item: CrmItem | undefined) => CardKind,
): RouteReply {
  const { state } = visit.portal.store
  const item = state.items[entityTypeId].get(id)
  if (!item && (id !== 0 || entityTypeId !== LEAD)) return notFoundPage(visit)
  if (item ? !mayDo(state, visit.user, 'read')(item) : !hasCrm(visit.user)) return deniedPage(visit)
  const kind = kindOf(visit, item)
  return pageReply(visit, { title: kind.heading, body: card(visit, item, kind) })
}

function leadKind(visit: Visit, lead: CrmItem | undefined): CardKind {
  const { words } = visit
  return {
    entity: 'lead',
    entityTypeId: LEAD,
    placement: 'CRM_LEAD_DETAIL_TAB',
    heading: lead ? textOf(lead, 'title') || `${words.leadWord} № ${lead.id}` : words.newLead,
    aboutHeading: words.aboutLead,
    fields: [
      [words.name, personName(lead)],
      [words.company, textOf(lead, 'companyTitle')],
      [words.phone, contacts(lead, 'PHONE')],
      [words.email, contacts(lead, 'EMAIL')],
      [words.amount, amountOf(visit, lead)],
      [words.source, sourceOf(visit, lead)],
      [words.responsible, responsible(visit, lead)],
      [words.created, createdOf(visit, lead)],
      [words.comments, textOf(lead, 'comments')],
    ],
  }
}

function dealKind(visit: Visit, deal: CrmItem | undefined): CardKind {
  const { words } = visit
  return {
    entity: 'deal',
    entityTypeId: DEAL,
    placement: 'CRM_DEAL_DETAIL_TAB',
    heading: textOf(deal, 'title') || `${words.dealWord} № ${deal?.id ?? 0}`,
    aboutHeading: words.aboutDeal,
    fields: [
      [words.amount, amountOf(visit, deal)],
      [words.leadWord, textOf(deal, 'leadId')],
      [words.source, sourceOf(visit, deal)],
      [words.responsible, responsible(visit, deal)],
      [words.created, createdOf(visit, deal)],
      [words.comments, textOf(deal, 'comments')],
    ],
  }
}

function sourceOf(visit: Visit, item: CrmItem | undefined): string {
  const source = textOf(item, 'sourceId')
  return source && directoryWord(visit, 'SOURCE', source)
}

function createdOf({ time }: Visit, item: CrmItem | undefined): string {
  const created = item?.values['createdTime']
  return typeof created === 'number' ? time(created) : ''
}
