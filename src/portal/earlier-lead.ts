/** The last lead of the same client that was qualified. */
import * as v from 'valibot'
import type { QualificationFields } from '../domain/lead.ts'
import { ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { LEAD_TYPE } from './activities.ts'
import { decode } from './decode.ts'
import type { FieldMap } from './field-map.ts'
import { readQualification } from './lead-fields.ts'
import type { LeadCard } from './lead.ts'
import type { Portal, PortalError } from './portal.ts'

export interface EarlierLead {
  readonly id: number
  readonly title: string
  readonly fields: QualificationFields
}

/** Whose leads count as the same client's: the contact's, else the company's; nothing for a lead with neither. */
export function clientOf({ contact, company }: LeadCard): Readonly<Record<string, number>> | undefined {
  if (contact > 0) return { contactId: contact }
  return company > 0 ? { companyId: company } : undefined
}

const Found = v.object({ items: v.array(v.looseObject({ id: v.number(), title: v.nullish(v.string(), '') })) })

/**
 * Asks for the newest other lead of the client that has a code; nothing where there is none that the user may see
 * (`api-reference/crm/universal/crm-item-list.md`).
 */
export async function findEarlierLead(portal: Portal, { record: { id } }: LeadCard, client: Readonly<Record<string, number>>, map: FieldMap): Promise<Result<EarlierLead | undefined, PortalError>> {
  const asked = await portal.send({
    leads: {
      method: 'crm.item.list',
      params: {
        entityTypeId: LEAD_TYPE,
        filter: { ...client, '!id': id, [`!=${map.results.code}`]: '' },
        order: { id: 'DESC' },
        select: ['id', 'title', ...new Set([...Object.values(map.answers), ...Object.values(map.results)])],
        useOriginalUfNames: 'Y',
      },
    },
  }, { halt: false })
  if (!asked.ok) return asked
  if (!asked.value.leads.ok) return asked.value.leads
  const found = decode('crm.item.list', Found, asked.value.leads.value)
  if (!found.ok) return found
  const [newest] = found.value.items
  return ok(newest && { id: newest.id, title: newest.title, fields: readQualification(newest, map) })
}
