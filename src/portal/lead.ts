/** A lead of the portal in our words. */
import * as v from 'valibot'
import type { LeadRecord, OpenTodo } from '../domain/lead.ts'
import { ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { decode } from './decode.ts'
import type { FieldMap } from './field-map.ts'
import { readQualification } from './lead-fields.ts'
import type { PortalError } from './portal.ts'

/** How to reach the client: the value as it was typed. */
export interface Contact {
  readonly kind: 'phone' | 'email'
  readonly value: string
}

/** Who this is, for the head of the screen; beside the record that is qualified. */
export interface LeadCard {
  readonly record: LeadRecord
  /** The client's name or company; empty when the lead has none. */
  readonly client: string
  readonly contacts: readonly Contact[]
  readonly source: string
  readonly repeatClient: boolean
  /** Portal user id. */
  readonly responsible: number
  /** Ids of the client's contact and company; 0 where the lead has none. */
  readonly contact: number
  readonly company: number
  /** A CRM form of the portal made the lead or wrote into it. */
  readonly fromForm: boolean
  /** The lead became a deal. */
  readonly converted: boolean
  /** When it was changed last, ISO with offset, to the second. */
  readonly updated: string
  /** Mapped user fields that the portal does not have any more: it prints every field that it has, also the empty ones. */
  readonly absent: readonly string[]
}

const Words = v.nullish(v.string(), '')
const Item = v.looseObject({
  id: v.number(),
  title: Words,
  stageId: v.string(),
  stageSemanticId: v.nullish(v.string(), 'P'),
  opportunity: v.nullish(v.number(), 0),
  currencyId: v.nullish(v.string(), ''),
  isManualOpportunity: v.nullish(v.string(), 'N'),
  assignedById: v.number(),
  updatedTime: Words,
  name: Words,
  lastName: Words,
  companyTitle: Words,
  sourceId: Words,
  isReturnCustomer: v.nullish(v.string(), 'N'),
  contactId: v.nullish(v.number(), 0),
  companyId: v.nullish(v.number(), 0),
  webformId: v.nullish(v.number(), 0),
  fm: v.optional(v.array(v.object({ typeId: v.string(), value: v.string() })), []),
})

/** `crm.item.get` and `crm.item.update` answer `{item}` (`api-reference/crm/universal/crm-item-get.md`). */
const ItemReply = v.object({ item: Item })

const CONTACT_KINDS: Readonly<Record<string, Contact['kind']>> = { PHONE: 'phone', EMAIL: 'email' }

/** Decodes the `{item}` of a lead. */
export function readLead(value: unknown, map: FieldMap, todo: OpenTodo | undefined): Result<LeadCard, PortalError> {
  const parsed = decode('crm.item.get', ItemReply, value)
  if (!parsed.ok) return parsed
  const { item } = parsed.value
  const record: LeadRecord = {
    id: item.id,
    title: item.title,
    stage: item.stageId,
    inWork: item.stageSemanticId !== 'S' && item.stageSemanticId !== 'F',
    ...(item.opportunity > 0 && item.currencyId !== '' && { opportunity: { amount: item.opportunity, currency: item.currencyId } }),
    // an amount that is not manual is the sum of the product rows (isManualOpportunity in the fields of crm.item.update)
    amountFromProducts: item.isManualOpportunity !== 'Y' && item.opportunity > 0,
    fields: readQualification(item, map),
    ...(todo && { todo }),
  }
  return ok({
    record,
    client: [`${item.name} ${item.lastName}`.trim(), item.companyTitle].filter(text => text !== '').join(', '),
    contacts: item.fm.flatMap(({ typeId, value: text }) => {
      const kind = CONTACT_KINDS[typeId]
      return kind === undefined || text === '' ? [] : [{ kind, value: text }]
    }),
    source: item.sourceId,
    repeatClient: item.isReturnCustomer === 'Y',
    responsible: item.assignedById,
    contact: item.contactId,
    company: item.companyId,
    fromForm: item.webformId > 0,
    converted: item.stageSemanticId === 'S',
    updated: item.updatedTime,
    absent: [...Object.values(map.answers), ...Object.values(map.results)].filter(field => !(field in item)),
  })
}
