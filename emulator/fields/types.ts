import { COMPANY, CONTACT, DEAL, LEAD, type EntityTypeId } from '../entities.ts'
import {
  ACTIVITY_FIELDS, ADDRESS_FIELDS, CLASSIC_CONTACT_FIELDS, HAS_FIELDS, HEAD_FIELDS, MONEY_FIELDS, PERSON_FIELDS,
  SOURCE_FIELDS, STAGE_FIELDS, UTM_FIELDS,
} from './shared.ts'
import { field, type FieldSpec } from './spec.ts'

const OBSERVERS = field('observers', 'OBSERVERS', 'user', 'Наблюдатели', ['multiple', 'item'])
const CONTACT_IDS = field('contactIds', 'CONTACT_IDS', 'crm_contact', 'Контакты', ['multiple', 'item'])
const LEAD_ID = field('leadId', 'LEAD_ID', 'crm_lead', 'Лид')

const empty = (name: string, upper: string): FieldSpec => field(name, upper, 'string', upper, ['ro', 'item'])

const LEAD_FIELDS: readonly FieldSpec[] = [
  ...HEAD_FIELDS,
  field('companyId', 'COMPANY_ID', 'crm_company', 'Компания'),
  field('contactId', 'CONTACT_ID', 'crm_contact', 'Контакт'),
  field('stageId', 'STATUS_ID', 'crm_status', 'Стадия', [], 'STATUS'),
  empty('isConvert', 'IS_CONVERT'),
  field('statusDescription', 'STATUS_DESCRIPTION', 'text', 'Дополнительно о стадии'),
  field('stageSemanticId', 'STATUS_SEMANTIC_ID', 'string', 'Группа стадий', ['ro']),
  empty('productId', 'PRODUCT_ID'),
  ...MONEY_FIELDS,
  ...SOURCE_FIELDS,
  field('title', 'TITLE', 'string', 'Название лида'),
  ...PERSON_FIELDS,
  field('companyTitle', 'COMPANY_TITLE', 'string', 'Название компании'),
  field('post', 'POST', 'string', 'Должность'),
  ...ADDRESS_FIELDS,
  field('comments', 'COMMENTS', 'text', 'Комментарий'),
  field('dateClosed', 'DATE_CLOSED', 'datetime', 'Дата завершения', ['ro']),
  ...HAS_FIELDS,
  empty('login', 'LOGIN'),
  field('isReturnCustomer', 'IS_RETURN_CUSTOMER', 'boolean', 'Повторный лид', ['ro']),
  empty('searchContent', 'SEARCH_CONTENT'),
  ...STAGE_FIELDS, ...ACTIVITY_FIELDS, ...UTM_FIELDS, OBSERVERS, CONTACT_IDS, ...CLASSIC_CONTACT_FIELDS,
]

const DEAL_FIELDS: readonly FieldSpec[] = [
  ...HEAD_FIELDS,
  LEAD_ID,
  field('companyId', 'COMPANY_ID', 'crm_company', 'Компания'),
  field('contactId', 'CONTACT_ID', 'crm_contact', 'Контакт'),
  field('quoteId', 'QUOTE_ID', 'integer', 'Предложение'),
  field('title', 'TITLE', 'string', 'Название сделки'),
  empty('productId', 'PRODUCT_ID'),
  field('categoryId', 'CATEGORY_ID', 'crm_category', 'Воронка'),
  field('stageId', 'STAGE_ID', 'crm_status', 'Стадия', [], 'DEAL_STAGE'),
  field('stageSemanticId', 'STAGE_SEMANTIC_ID', 'string', 'Группа стадий', ['ro']),
  field('isNew', 'IS_NEW', 'boolean', 'Новая сделка', ['ro']),
  field('isRecurring', 'IS_RECURRING', 'boolean', 'Регулярная сделка', ['ro']),
  field('isReturnCustomer', 'IS_RETURN_CUSTOMER', 'boolean', 'Повторная сделка', ['ro']),
  field('isRepeatedApproach', 'IS_REPEATED_APPROACH', 'boolean', 'Повторное обращение', ['ro']),
  field('closed', 'CLOSED', 'boolean', 'Закрыта', ['ro']),
  field('typeId', 'TYPE_ID', 'crm_status', 'Тип', [], 'DEAL_TYPE'),
  ...MONEY_FIELDS,
  field('taxValue', 'TAX_VALUE', 'double', 'Налог'),
  field('probability', 'PROBABILITY', 'integer', 'Вероятность'),
  field('comments', 'COMMENTS', 'text', 'Комментарий'),
  field('begindate', 'BEGINDATE', 'date', 'Дата начала'),
  empty('begindateShort', 'BEGINDATE_SHORT'),
  field('closedate', 'CLOSEDATE', 'date', 'Предполагаемая дата закрытия'),
  ...(['closedateShort', 'eventDate', 'eventDateShort', 'eventId', 'eventDescription'] as const).map(name => empty(name, name.toUpperCase())),
  field('locationId', 'LOCATION_ID', 'location', 'Местоположение'),
  ...SOURCE_FIELDS,
  field('additionalInfo', 'ADDITIONAL_INFO', 'string', 'Дополнительная информация'),
  empty('searchContent', 'SEARCH_CONTENT'),
  empty('orderStage', 'ORDER_STAGE'),
  ...STAGE_FIELDS, ...ACTIVITY_FIELDS,
  ...(['isWork', 'isWon', 'isLose', 'receivedAmount', 'lostAmount', 'hasProducts'] as const).map(name => empty(name, name.toUpperCase())),
  ...UTM_FIELDS, OBSERVERS, CONTACT_IDS,
]

const CONTACT_FIELDS: readonly FieldSpec[] = [
  ...HEAD_FIELDS, ...PERSON_FIELDS,
  field('typeId', 'TYPE_ID', 'crm_status', 'Тип контакта', [], 'CONTACT_TYPE'),
  LEAD_ID,
  field('companyId', 'COMPANY_ID', 'crm_company', 'Компания'),
  field('post', 'POST', 'string', 'Должность'),
  field('comments', 'COMMENTS', 'text', 'Комментарий'),
  ...SOURCE_FIELDS, ...HAS_FIELDS, ...ACTIVITY_FIELDS, ...UTM_FIELDS, OBSERVERS, ...CLASSIC_CONTACT_FIELDS,
]

const COMPANY_FIELDS: readonly FieldSpec[] = [
  ...HEAD_FIELDS,
  field('title', 'TITLE', 'string', 'Название компании'),
  field('typeId', 'COMPANY_TYPE', 'crm_status', 'Тип компании', [], 'COMPANY_TYPE'),
  LEAD_ID,
  field('industry', 'INDUSTRY', 'crm_status', 'Сфера деятельности', [], 'INDUSTRY'),
  field('employees', 'EMPLOYEES', 'crm_status', 'Количество сотрудников', [], 'EMPLOYEES'),
  field('revenue', 'REVENUE', 'double', 'Годовой оборот'),
  field('currencyId', 'CURRENCY_ID', 'crm_currency', 'Валюта'),
  field('comments', 'COMMENTS', 'text', 'Комментарий'),
  ...SOURCE_FIELDS, ...HAS_FIELDS, ...ACTIVITY_FIELDS, ...UTM_FIELDS, OBSERVERS, CONTACT_IDS, ...CLASSIC_CONTACT_FIELDS,
]

export const FIELDS: Readonly<Record<EntityTypeId, readonly FieldSpec[]>> = {
  [LEAD]: LEAD_FIELDS, [DEAL]: DEAL_FIELDS, [CONTACT]: CONTACT_FIELDS, [COMPANY]: COMPANY_FIELDS,
}

/** `item`: the camelCase names of `crm.item.*`; `classic`: the upper-case names of `crm.lead.*` and its like. */
export type NameFamily = 'item' | 'classic'

const BY_NAME: Readonly<Record<NameFamily, Readonly<Record<EntityTypeId, ReadonlyMap<string, FieldSpec>>>>> = {
  item: byType('item'),
  classic: byType('classic'),
}

function byType(family: NameFamily): Record<EntityTypeId, Map<string, FieldSpec>> {
  const named = (type: EntityTypeId): Map<string, FieldSpec> => new Map(FIELDS[type]
    .filter(spec => spec.shown === 'both' || spec.shown === family)
    .map(spec => [family === 'item' ? spec.name : spec.upper, spec]))
  return { [LEAD]: named(LEAD), [DEAL]: named(DEAL), [CONTACT]: named(CONTACT), [COMPANY]: named(COMPANY) }
}

export function standardField(type: EntityTypeId, name: string, family: NameFamily): FieldSpec | undefined {
  return BY_NAME[family][type].get(name)
}

/** The directory of the type's stages, if it has any. */
export function stageDirectory(type: EntityTypeId): string | undefined {
  return type === LEAD ? 'STATUS' : type === DEAL ? 'DEAL_STAGE' : undefined
}

export const TYPE_CODES: Readonly<Record<EntityTypeId, string>> = { [LEAD]: 'LEAD', [DEAL]: 'DEAL', [CONTACT]: 'CONTACT', [COMPANY]: 'COMPANY' }
