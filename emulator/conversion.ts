import { COMPANY, CONTACT, DEAL, LEAD, type CrmItem, type EntityTypeId, type FieldValue } from './entities.ts'
import { addItem, updateItem, type ItemChange } from './items.ts'
import type { Context } from './rest/context.ts'

/** Records that a conversion made; 0 for a client that the lead already had, or a company without a name. */
export interface Converted {
  readonly dealId: number
  readonly contactId: number
  readonly companyId: number
}

const SHARED = ['assignedById', 'opened', 'sourceId', 'sourceDescription', 'comments', 'utmSource', 'utmMedium', 'utmCampaign'] as const
const PERSON = ['honorific', 'name', 'secondName', 'lastName', 'post', 'birthdate'] as const
const MONEY = ['opportunity', 'currencyId', 'isManualOpportunity'] as const

/**
 * What the portal's own "convert" does with a lead; REST has no such method (`api-reference/crm/leads/index.md`).
 * A deal with the contact and the company, the lead at its success stage. User fields and activities are not carried over.
 */
export function convertLead(context: Context, lead: CrmItem): Converted {
  const add = (type: EntityTypeId, values: Readonly<Record<string, FieldValue>>, fm?: ItemChange['fm']): number =>
    addItem(context, type, { values: { ...picked(lead, SHARED), leadId: lead.id, ...values }, ...(fm && { fm }) }).id

  const [heldContact, heldCompany, companyTitle] = ['contactId', 'companyId', 'companyTitle'].map(name => lead.values[name] ?? null)
  const companyId = heldCompany || !companyTitle ? 0 : add(COMPANY, { title: companyTitle })
  const company = companyId || (heldCompany ?? null)
  const contactId = heldContact ? 0 : add(CONTACT, { ...picked(lead, PERSON), companyId: company }, lead.fm)
  const contact = contactId || (heldContact ?? null)
  const dealId = add(DEAL, { ...picked(lead, MONEY), title: lead.values['title'] ?? null, categoryId: 0, companyId: company, contactId: contact })
  const success = context.state.statuses.all().find(one => one.entityId === 'STATUS' && one.semantics === 'S')
  updateItem(context, lead, { values: { stageId: success?.statusId ?? 'CONVERTED', companyId: company, contactId: contact } })
  return { dealId, contactId, companyId }
}

/** Whether the lead still can be converted. */
export function isConvertible(item: CrmItem): boolean {
  return item.entityTypeId === LEAD && item.values['stageSemanticId'] !== 'S'
}

function picked({ values }: CrmItem, names: readonly string[]): Record<string, FieldValue> {
  return Object.fromEntries(names.map(name => [name, values[name] ?? null]))
}
