/** How one standard field of a CRM record is called and what it holds. */
export interface FieldSpec {
  /** Name in `crm.item.*`. */
  readonly name: string
  /** Name in the classic methods and in card layouts. */
  readonly upper: string
  readonly type:
    | 'integer' | 'string' | 'text' | 'double' | 'boolean' | 'user' | 'datetime' | 'date' | 'crm_status' | 'crm_currency'
    | 'crm_company' | 'crm_contact' | 'crm_lead' | 'crm_category' | 'location' | 'crm_multifield'
  readonly title: string
  readonly readOnly: boolean
  readonly multiple: boolean
  readonly statusType?: string
  /** Which of the two method families show it. */
  readonly shown: 'both' | 'item' | 'classic'
}

type Flag = 'ro' | 'multiple' | 'item' | 'classic'

/** `title` is what the portal's fields answer shows; `flags` are blank-separated. */
export function field(
  name: string,
  upper: string,
  type: FieldSpec['type'],
  title: string,
  flags: readonly Flag[] = [],
  statusType?: string,
): FieldSpec {
  const shown = flags.includes('item') ? 'item' : flags.includes('classic') ? 'classic' : 'both'
  const spec = { name, upper, type, title, readOnly: flags.includes('ro'), multiple: flags.includes('multiple'), shown } as const
  return statusType === undefined ? spec : { ...spec, statusType }
}
