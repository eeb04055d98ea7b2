import { LEAD, type CrmItem, type FieldValue, type MultiField } from '../entities.ts'
import { multiField } from '../multi-fields.ts'

/** A lead as the seed describes it; what is left out is the portal's default. Ages are in hours before the seed's now. */
export interface LeadDraft {
  readonly title: string
  readonly name?: string
  readonly lastName?: string
  readonly company?: string
  readonly post?: string
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  readonly stage?: 'NEW' | 'IN_PROCESS' | 'PROCESSED' | 'CONVERTED' | 'JUNK'
  readonly source: string
  readonly sourceText?: string
  readonly amount?: number
  readonly currency?: 'RUB' | 'USD'
  readonly manualAmount?: boolean
  readonly comments?: string
  readonly responsible: number
  readonly opened?: boolean
  readonly age: number
  readonly contactId?: number
  readonly companyId?: number
  readonly utm?: string
  /** An open to-do, its deadline in hours after now (negative: overdue). */
  readonly todo?: { readonly subject: string, readonly due: number }
  readonly products?: readonly (readonly [name: string, price: number, quantity: number])[]
}

const HOUR = 3_600_000

/** The CRM form that the seed's form leads came from. */
export const WEBFORM_ID = 3

export function draftedLead(id: number, draft: LeadDraft, now: number, nextMultiField: () => number): CrmItem {
  const created = Math.floor((now - draft.age * HOUR) / 1000) * 1000
  const stage = draft.stage ?? 'NEW'
  const closed = stage === 'CONVERTED' || stage === 'JUNK'
  const touched = stage === 'NEW' ? created : Math.floor(Math.min(now, created + Math.min(draft.age, 30) * HOUR / 2) / 1000) * 1000
  const fm: MultiField[] = [
    ...(draft.phones ?? []).map((value, at) => multiField(nextMultiField(), 'PHONE', at === 0 ? 'WORK' : 'MOBILE', value)),
    ...(draft.emails ?? []).map(value => multiField(nextMultiField(), 'EMAIL', 'WORK', value)),
  ]
  const returning = draft.contactId !== undefined || draft.companyId !== undefined
  const values: Record<string, FieldValue> = {
    createdTime: created,
    updatedTime: touched,
    createdBy: draft.source === 'WEBFORM' ? 1 : draft.responsible,
    updatedBy: draft.responsible,
    assignedById: draft.responsible,
    opened: draft.opened === false ? 'N' : 'Y',
    companyId: draft.companyId ?? null,
    contactId: draft.contactId ?? null,
    stageId: stage,
    stageSemanticId: stage === 'CONVERTED' ? 'S' : stage === 'JUNK' ? 'F' : 'P',
    opportunity: draft.amount ?? 0,
    isManualOpportunity: draft.manualAmount === true ? 'Y' : 'N',
    currencyId: draft.currency ?? 'RUB',
    sourceId: draft.source,
    sourceDescription: draft.sourceText ?? null,
    webformId: draft.source === 'WEBFORM' ? WEBFORM_ID : null,
    title: draft.title,
    name: draft.name ?? null,
    lastName: draft.lastName ?? null,
    companyTitle: draft.company ?? null,
    post: draft.post ?? null,
    comments: draft.comments ?? null,
    dateClosed: closed ? touched : null,
    hasPhone: draft.phones?.length ? 'Y' : 'N',
    hasEmail: draft.emails?.length ? 'Y' : 'N',
    hasImol: 'N',
    isReturnCustomer: returning ? 'Y' : 'N',
    movedBy: draft.responsible,
    movedTime: touched,
    lastActivityBy: draft.responsible,
    lastActivityTime: touched,
    utmSource: draft.utm ?? null,
    contactIds: draft.contactId === undefined ? [] : [draft.contactId],
    observers: [],
  }
  return { id, entityTypeId: LEAD, values, fm }
}
