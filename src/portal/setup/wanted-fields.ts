/** The lead fields that the published sets need, in the portal's words. */
import { choicesOf, LEAD_CLASSES } from '../../domain/question-set.ts'
import type { QuestionSet, Text } from '../../domain/question-set.ts'
import { classTriple } from '../../domain/lead-class.ts'
import { RESULT_FIELDS } from '../field-map.ts'
import type { ResultField } from '../field-map.ts'

/** Types of user fields (`api-reference/crm/leads/userfield/crm-lead-userfield-add.md`). */
export type FieldType = 'enumeration' | 'string' | 'double' | 'date' | 'datetime' | 'boolean' | 'employee'

export interface WantedItem {
  readonly key: string
  /** By which the item is found; labels may be changed. */
  readonly xmlId: string
  readonly label: string
}

export interface WantedField {
  /** What it holds: a result, or the answers to a question. */
  readonly holds: { readonly result: ResultField } | { readonly question: string }
  /** Whole code, with `UF_CRM_`. */
  readonly code: string
  readonly type: FieldType
  readonly label: Text
  readonly items: readonly WantedItem[]
  /** What only the app reads: it is of no use in filters and in the card. */
  readonly unfiltered?: true
  /** For a field that was there before the app: its item's id by our key. */
  readonly given?: Readonly<Record<string, number>>
  /** The code that ours would have, where another field was chosen. */
  readonly instead?: string
}

export const PREFIX = 'UF_CRM_ABC_'

const RESULTS: Readonly<Record<ResultField, { readonly suffix: string; readonly type: FieldType; readonly label: Text }>> = {
  code: { suffix: 'CODE', type: 'string', label: { ru: 'АВС-код', en: 'ABC code' } },
  class: { suffix: 'CLASS', type: 'enumeration', label: { ru: 'Приоритет', en: 'Priority' } },
  coefficient: { suffix: 'COEFFICIENT', type: 'double', label: { ru: 'Коэффициент перспективности', en: 'Prospect coefficient' } },
  purchaseDate: { suffix: 'PURCHASE_DATE', type: 'date', label: { ru: 'Дата покупки', en: 'Purchase date' } },
  nextTouch: { suffix: 'NEXT_TOUCH', type: 'datetime', label: { ru: 'Следующее касание', en: 'Next touch' } },
  important: { suffix: 'IMPORTANT', type: 'boolean', label: { ru: 'Особо важный', en: 'Particularly important' } },
  reason: { suffix: 'REASON', type: 'enumeration', label: { ru: 'Причина', en: 'Reason' } },
  set: { suffix: 'SET', type: 'string', label: { ru: 'Анкета', en: 'Question set' } },
  qualifiedAt: { suffix: 'QUALIFIED_AT', type: 'datetime', label: { ru: 'Квалифицирован', en: 'Qualified on' } },
  qualifiedBy: { suffix: 'QUALIFIED_BY', type: 'employee', label: { ru: 'Кто квалифицировал', en: 'Qualified by' } },
  run: { suffix: 'RUN', type: 'string', label: { ru: 'Ответы последней квалификации', en: 'Answers of the last qualification' } },
}

function xmlId(field: string, key: string): string {
  return `ABC_${field}_${key}`.toUpperCase()
}

function itemsOfResult(field: ResultField, sets: readonly QuestionSet[]): readonly WantedItem[] {
  if (field === 'class') return LEAD_CLASSES.map(key => ({ key, xmlId: xmlId('class', key), label: classTriple(key) }))
  if (field !== 'reason') return []
  const reasons = new Map(sets.flatMap(set => set.reasons.map(reason => [reason.id, { reason, set }] as const)))
  return [...reasons.values()].map(({ reason, set }) => ({
    key: reason.id, xmlId: xmlId('reason', reason.id), label: reason.label[set.defaultLanguage] ?? reason.id,
  }))
}

function questionFields(sets: readonly QuestionSet[]): readonly WantedField[] {
  const fields = new Map<string, WantedField>()
  for (const set of sets) {
    for (const question of set.questions.filter(q => q.kind !== 'text')) {
      const before = fields.get(question.id)
      const items = new Map(before?.items.map(item => [item.key, item]))
      for (const choice of choicesOf(question)) {
        if (items.has(choice.id)) continue
        items.set(choice.id, { key: choice.id, xmlId: xmlId(question.id, choice.id), label: choice.label[set.defaultLanguage] ?? choice.id })
      }
      fields.set(question.id, {
        holds: { question: question.id },
        code: `${PREFIX}${question.id.toUpperCase()}`,
        type: 'enumeration',
        label: before?.label ?? question.name,
        items: [...items.values()],
      })
    }
  }
  return [...fields.values()]
}

/** The fields for all these sets together; sets that ask the same question share its field. */
export function wantedFields(sets: readonly QuestionSet[]): readonly WantedField[] {
  const results = RESULT_FIELDS.map((field): WantedField => {
    const { suffix, type, label } = RESULTS[field]
    return { holds: { result: field }, code: `${PREFIX}${suffix}`, type, label, items: itemsOfResult(field, sets), ...field === 'run' && { unfiltered: true as const } }
  })
  return [...questionFields(sets), ...results]
}
