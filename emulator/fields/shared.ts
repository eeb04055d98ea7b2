import { field, type FieldSpec } from './spec.ts'

/** Fields that every record type has, by group, in the order of `api-reference/crm/universal/crm-item-get.md`. */
export const HEAD_FIELDS: readonly FieldSpec[] = [
  field('id', 'ID', 'integer', 'ID', ['ro']),
  field('createdTime', 'DATE_CREATE', 'datetime', 'Дата создания', ['ro']),
  field('dateCreateShort', 'DATE_CREATE_SHORT', 'datetime', 'Дата создания (кратко)', ['ro', 'item']),
  field('updatedTime', 'DATE_MODIFY', 'datetime', 'Дата изменения', ['ro']),
  field('dateModifyShort', 'DATE_MODIFY_SHORT', 'datetime', 'Дата изменения (кратко)', ['ro', 'item']),
  field('createdBy', 'CREATED_BY_ID', 'user', 'Кем создан', ['ro']),
  field('updatedBy', 'MODIFY_BY_ID', 'user', 'Кем изменён', ['ro']),
  field('assignedById', 'ASSIGNED_BY_ID', 'user', 'Ответственный'),
  field('opened', 'OPENED', 'boolean', 'Доступен для всех'),
]

export const STAGE_FIELDS: readonly FieldSpec[] = [
  field('movedBy', 'MOVED_BY_ID', 'user', 'Кем изменена стадия', ['ro']),
  field('movedTime', 'MOVED_TIME', 'datetime', 'Дата изменения стадии', ['ro']),
]

export const ACTIVITY_FIELDS: readonly FieldSpec[] = [
  field('lastActivityBy', 'LAST_ACTIVITY_BY', 'user', 'Автор последнего действия', ['ro']),
  field('lastActivityTime', 'LAST_ACTIVITY_TIME', 'datetime', 'Последнее действие', ['ro']),
]

export const PERSON_FIELDS: readonly FieldSpec[] = [
  field('name', 'NAME', 'string', 'Имя'),
  field('lastName', 'LAST_NAME', 'string', 'Фамилия'),
  field('secondName', 'SECOND_NAME', 'string', 'Отчество'),
  field('shortName', 'SHORT_NAME', 'string', 'Короткое имя', ['ro', 'item']),
  field('birthdate', 'BIRTHDATE', 'date', 'Дата рождения'),
  field('honorific', 'HONORIFIC', 'crm_status', 'Обращение', [], 'HONORIFIC'),
]

export const HAS_FIELDS: readonly FieldSpec[] = [
  field('hasPhone', 'HAS_PHONE', 'boolean', 'Задан телефон', ['ro']),
  field('hasEmail', 'HAS_EMAIL', 'boolean', 'Задана почта', ['ro']),
  field('hasImol', 'HAS_IMOL', 'boolean', 'Задана открытая линия', ['ro']),
]

export const SOURCE_FIELDS: readonly FieldSpec[] = [
  field('sourceId', 'SOURCE_ID', 'crm_status', 'Источник', [], 'SOURCE'),
  field('sourceDescription', 'SOURCE_DESCRIPTION', 'text', 'Дополнительно об источнике'),
  field('originatorId', 'ORIGINATOR_ID', 'string', 'Внешний источник'),
  field('originId', 'ORIGIN_ID', 'string', 'Идентификатор во внешнем источнике'),
  field('webformId', 'WEBFORM_ID', 'integer', 'Создан CRM-формой', ['item']),
]

export const MONEY_FIELDS: readonly FieldSpec[] = [
  field('opportunity', 'OPPORTUNITY', 'double', 'Сумма'),
  field('isManualOpportunity', 'IS_MANUAL_OPPORTUNITY', 'boolean', 'Сумма введена вручную'),
  field('currencyId', 'CURRENCY_ID', 'crm_currency', 'Валюта'),
]

export const UTM_FIELDS: readonly FieldSpec[] = [
  field('utmSource', 'UTM_SOURCE', 'string', 'Рекламная система'),
  field('utmMedium', 'UTM_MEDIUM', 'string', 'Тип трафика'),
  field('utmCampaign', 'UTM_CAMPAIGN', 'string', 'Рекламная кампания'),
  field('utmContent', 'UTM_CONTENT', 'string', 'Содержание кампании'),
  field('utmTerm', 'UTM_TERM', 'string', 'Условие поиска кампании'),
]

/** Multiple fields; the classic methods show each type under its own name, the universal ones together as `fm`. */
export const CONTACT_TYPES = ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK'] as const

export const CLASSIC_CONTACT_FIELDS: readonly FieldSpec[] = CONTACT_TYPES.map(type =>
  field(type.toLowerCase(), type, 'crm_multifield', type, ['multiple', 'classic']))

export const ADDRESS_FIELDS: readonly FieldSpec[] = [
  field('address', 'ADDRESS', 'string', 'Адрес'),
  ...([
    ['2', 'Адрес (вторая строка)'], ['city', 'Город'], ['postal_code', 'Почтовый индекс'], ['region', 'Район'],
    ['province', 'Область'], ['country', 'Страна'], ['country_code', 'Код страны'],
  ] as const).map(([part, title]) => field(`address_${part}`, `ADDRESS_${part.toUpperCase()}`, 'string', title, ['classic'])),
  field('address_loc_addr_id', 'ADDRESS_LOC_ADDR_ID', 'integer', 'Адрес в модуле местоположений', ['classic']),
]
