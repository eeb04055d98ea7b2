/** A form as the vendor's script makes it, drawn into the test's page, with anything about it changed. */
import type { PublicSet } from '../../src/domain/public-set.ts'

const TEXTS = (text: string) => ({ ru: text, en: `${text} (en)` })

/** Three questions; the second depends on a yes to the first. */
export const SET: PublicSet = {
  id: 'windows',
  version: 2,
  defaultLanguage: 'ru',
  languages: ['ru', 'en'],
  reference: 'UF_CRM_ABC_SET',
  questions: [
    { id: 'need', field: 'UF_CRM_ABC_NEED', wording: TEXTS('Нужны окна?'), choices: [{ id: 'yes', label: TEXTS('Да'), item: 11 }, { id: 'no', label: TEXTS('Нет'), item: 12 }] },
    {
      id: 'urgency', field: 'UF_CRM_ABC_URGENCY', wording: TEXTS('Когда?'), choices: [{ id: 'now', label: TEXTS('Сейчас'), item: 21 }, { id: 'later', label: TEXTS('Потом'), item: 22 }],
      askIf: [{ question: 'need', choices: ['yes'] }],
    },
    { id: 'type', field: 'UF_CRM_ABC_TYPE', wording: TEXTS('Для кого?'), choices: [{ id: 'b2b', label: TEXTS('Для компании'), item: 31 }, { id: 'b2c', label: TEXTS('Для себя'), item: 32 }] },
  ],
}

interface VendorItem {
  value: string
  label: string
  selected: boolean
}

export class VendorField {
  readonly name: string
  readonly label: string
  readonly type = 'list'
  readonly required = false
  readonly visible = true
  readonly items: VendorItem[]

  constructor(name: string, label: string, values: readonly number[]) {
    this.name = name
    this.label = label
    this.items = values.map(value => ({ value: String(value), label: `item ${value}`, selected: false }))
  }

  values(): unknown {
    return this.items.filter(({ selected }) => selected).map(({ value }) => value)
  }

  setValues(values: readonly string[]): void {
    for (const item of this.items) item.selected = values.includes(item.value)
  }
}

export class VendorText {
  readonly name: string
  readonly label = ''
  value = ''

  constructor(name: string) {
    this.name = name
  }

  setValues([value = '']: readonly string[]): void {
    this.value = value
  }
}

export interface VendorForm {
  readonly form: Record<string, unknown>
  readonly fields: VendorField[]
  readonly reference: VendorText
  readonly root: HTMLElement
}

let made = 0

/** Drawn at the end of the page. */
export function vendorForm(): VendorForm {
  made += 1
  const id = `1000${made}`
  const fields = SET.questions.map(({ field, wording, choices }) => new VendorField(`LEAD_${field}`, `Поле «${wording.ru ?? ''}»`, choices.map(({ item }) => item)))
  const reference = new VendorText('LEAD_UF_CRM_ABC_SET')
  const root = document.createElement('div')
  root.id = `b24-${id}`
  const body = document.createElement('form')
  for (const { label } of fields) {
    const place = document.createElement('div')
    place.className = 'b24-form-field'
    const caption = document.createElement('div')
    caption.className = 'b24-form-control-label'
    caption.textContent = `\n  ${label} *\n`
    place.append(caption)
    body.append(place)
  }
  root.append(body)
  document.body.append(root)
  return {
    form: {
      language: 'ru', visible: true, loading: false,
      identification: { id: made, sec: 'x' },
      pager: { iterable: () => false },
      getId: () => id,
      getFields: () => [...fields, reference],
    },
    fields,
    reference,
    root,
  }
}

/** Fires one of the vendor's events. */
export function fire(type: string, form: unknown): void {
  window.dispatchEvent(new CustomEvent(`b24:form:${type}`, { detail: { object: form, data: {} } }))
}
