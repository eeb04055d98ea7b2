import { LEAD } from '../entities.ts'
import { userFieldsOf } from '../fields/user-field.ts'
import { WEBFORM_ID } from '../seed/lead-draft.ts'
import type { PortalState } from '../store.ts'
import type { Lang } from '../pages/words.ts'
import { FORM_WORDS, type FormWords } from './words.ts'

/** The one CRM form that this portal has; seeded form leads came from it. */
export const FORM = { id: WEBFORM_ID, sec: 'x7q2ma' } as const

/** The list fields that the form asks for, once the set-up has made them. */
const LISTS = ['UF_CRM_ABC_NEED', 'UF_CRM_ABC_URGENCY', 'UF_CRM_ABC_BUDGET', 'UF_CRM_ABC_CLIENT_TYPE'] as const

/** A field as the loader gets it. Items of lists are worth their ids. */
export interface FormField {
  /** `LEAD_` and the field's code. */
  readonly name: string
  readonly type: 'name' | 'phone' | 'email' | 'list' | 'hidden'
  readonly label: string
  readonly required: boolean
  readonly items: readonly { readonly label: string, readonly value: string }[]
}

/** How a page of the site wants the form otherwise than usual. */
export interface FormWishes {
  readonly lang: Lang
  /** `reverse`: the fields stand in the opposite order. */
  readonly order: string | null
  /** Code of a field that is not in the form, of one that is hidden in it, of one that must be filled in. */
  readonly without: string | null
  readonly hidden: string | null
  readonly required: string | null
}

export interface SiteForm {
  readonly id: number
  readonly sec: string
  readonly language: Lang
  readonly words: FormWords
  readonly fields: readonly FormField[]
  readonly agreements: readonly { readonly name: string, readonly label: string }[]
}

export function wishesOf({ searchParams }: URL): FormWishes {
  return {
    lang: searchParams.get('lang') === 'en' ? 'en' : 'ru',
    order: searchParams.get('order'),
    without: searchParams.get('without'),
    hidden: searchParams.get('hidden'),
    required: searchParams.get('required'),
  }
}

/** The form with the fields that the portal has now. */
export function formOf(state: PortalState, { lang, order, without, hidden, required }: FormWishes): SiteForm {
  const words = FORM_WORDS[lang]
  const contact = (name: string, type: FormField['type'], label: string, isRequired: boolean): FormField => ({ name, type, label, required: isRequired, items: [] })
  const userFields = userFieldsOf(state, LEAD)
  const lists = LISTS.flatMap((code): readonly FormField[] => {
    const field = userFields.find(one => one.name === code)
    if (field === undefined || code === without) return []
    return [{
      name: `LEAD_${code}`,
      type: 'list',
      label: field.labels['EDIT_FORM_LABEL']?.[lang] || field.name,
      required: code === required,
      items: field.list.map(item => ({ label: item.value, value: String(item.id) })),
    }]
  })
  const extra = userFields.some(one => one.name === hidden) && hidden !== null ? [contact(`LEAD_${hidden}`, 'hidden', hidden, false)] : []
  const fields = [...lists, contact('LEAD_NAME', 'name', words.name, false), contact('LEAD_PHONE', 'phone', words.phone, true), contact('LEAD_EMAIL', 'email', words.email, false), ...extra]
  return {
    ...FORM,
    language: lang,
    words,
    fields: order === 'reverse' ? fields.toReversed() : fields,
    agreements: [{ name: 'AGREEMENT_1', label: words.consent }],
  }
}
