import { COMPANY, CONTACT, type CrmItem, type FieldValue } from '../entities.ts'
import { multiField } from '../multi-fields.ts'

const DAY = 86_400_000

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
