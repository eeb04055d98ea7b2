import { COMPANY, CONTACT, DEAL, type CrmItem, type FieldValue } from '../entities.ts'
import { multiField } from '../multi-fields.ts'
import { dayOf } from '../portal-time.ts'

const DAY = 86_400_000

/** «Маяк» among the leads of the demo. */
const CONVERTED_LEAD = 19

function shared(now: number, days: number, responsible: number): Record<string, FieldValue> {
  const created = Math.floor((now - days * DAY) / 1000) * 1000
  return {
    createdTime: created, updatedTime: created, createdBy: responsible, updatedBy: responsible, assignedById: responsible,
    opened: 'Y', lastActivityBy: responsible, lastActivityTime: created, hasPhone: 'Y', hasEmail: 'N', hasImol: 'N', observers: [],
  }
}

/** The clients that returning leads belong to. */
export function seedContacts(now: number, nextMultiField: () => number): CrmItem[] {
  const person = (id: number, name: string, lastName: string, phone: string, companyId: number | null, responsible: number): CrmItem => ({
    id,
    entityTypeId: CONTACT,
    values: { ...shared(now, 400 - id * 30, responsible), name, lastName, companyId, typeId: 'CLIENT', sourceId: 'CALL' },
    fm: [multiField(nextMultiField(), 'PHONE', 'WORK', phone)],
  })
  return [
    person(1, 'Мария', 'Ветрова', '+7 911 700-10-10', 1, 4),
    person(2, 'Константин', 'Рыбаков', '+7 812 555-90-90', 2, 4),
    person(3, 'Thomas', 'Meyer', '+49 30 000 0145', null, 8),
  ]
}

export function seedCompanies(now: number, nextMultiField: () => number): CrmItem[] {
  const firm = (id: number, title: string, phone: string): CrmItem => ({
    id,
    entityTypeId: COMPANY,
    values: { ...shared(now, 400 - id * 30, 4), title, typeId: 'CUSTOMER', industry: 'OTHER', currencyId: 'RUB', contactIds: [id] },
    fm: [multiField(nextMultiField(), 'PHONE', 'WORK', phone)],
  })
  return [firm(1, 'ООО «Ветров и дочери»', '+7 812 555-10-10'), firm(2, 'СК «Маяк»', '+7 812 555-90-90')]
}

/** The deal that the converted lead of the demo became. */
export function seedDeals(now: number, leads: number): CrmItem[] {
  if (leads < CONVERTED_LEAD) return []
  const common = shared(now, 35, 4)
  const created = common['createdTime'] ?? null
  return [{
    id: 1,
    entityTypeId: DEAL,
    values: {
      ...common, title: 'Жилой квартал «Маяк», первая очередь', leadId: CONVERTED_LEAD, contactId: 2, contactIds: [2],
      companyId: 2, categoryId: 0, stageId: 'PREPARATION', stageSemanticId: 'P', movedBy: 4, movedTime: created, closed: 'N', isNew: 'N',
      isReturnCustomer: 'Y', typeId: 'SALE', opportunity: 7_800_000, isManualOpportunity: 'Y', currencyId: 'RUB', sourceId: 'TRADE_SHOW',
      begindate: dayOf(now - 35 * DAY), closedate: dayOf(now + 30 * DAY),
    },
    fm: [],
  }]
}
