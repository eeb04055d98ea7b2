import type { Status } from '../entities.ts'

type Row = readonly [statusId: string, name: string, color?: string, semantics?: 'S' | 'F']

const DIRECTORIES: Readonly<Record<string, readonly Row[]>> = {
  STATUS: [
    ['NEW', 'Не обработан', '#39A8EF'],
    ['IN_PROCESS', 'В работе', '#2FC6F6'],
    ['PROCESSED', 'Обработан', '#55D0E0'],
    ['CONVERTED', 'Качественный лид', '#7BD500', 'S'],
    ['JUNK', 'Некачественный лид', '#FF5752', 'F'],
  ],
  SOURCE: [
    ['CALL', 'Звонок'], ['EMAIL', 'Электронная почта'], ['WEB', 'Веб-сайт'], ['ADVERTISING', 'Реклама'],
    ['PARTNER', 'Существующий клиент'], ['RECOMMENDATION', 'По рекомендации'], ['TRADE_SHOW', 'Выставка'],
    ['WEBFORM', 'CRM-форма'], ['CALLBACK', 'Обратный звонок'], ['RC_GENERATOR', 'Генератор продаж'],
    ['STORE', 'Интернет-магазин'], ['OTHER', 'Другое'],
  ],
  DEAL_STAGE: [
    ['NEW', 'Новая', '#39A8EF'],
    ['PREPARATION', 'Подготовка документов', '#2FC6F6'],
    ['PREPAYMENT_INVOICE', 'Счёт на предоплату', '#55D0E0'],
    ['EXECUTING', 'Выполнение', '#47E4C2'],
    ['WON', 'Сделка успешна', '#7BD500', 'S'],
    ['LOSE', 'Сделка провалена', '#FF5752', 'F'],
  ],
  DEAL_TYPE: [['SALE', 'Продажа'], ['SERVICES', 'Услуги']],
  CONTACT_TYPE: [['CLIENT', 'Клиенты'], ['SUPPLIER', 'Поставщики'], ['OTHER', 'Другое']],
  COMPANY_TYPE: [['CUSTOMER', 'Клиент'], ['SUPPLIER', 'Поставщик'], ['OTHER', 'Другое']],
  HONORIFIC: [['HNR_RU_1', 'г-н'], ['HNR_RU_2', 'г-жа']],
  INDUSTRY: [['MANUFACTURING', 'Производство'], ['IT', 'Информационные технологии'], ['OTHER', 'Другое']],
  EMPLOYEES: [['EMPLOYEES_1', 'менее 50'], ['EMPLOYEES_2', '50–250']],
}

/** Names of the directories, in the portal's language. */
export const DIRECTORY_NAMES: Readonly<Record<string, string>> = {
  STATUS: 'Стадии лида', SOURCE: 'Источники', DEAL_STAGE: 'Стадии сделки', DEAL_TYPE: 'Тип сделки',
  CONTACT_TYPE: 'Тип контакта', COMPANY_TYPE: 'Тип компании', HONORIFIC: 'Обращения', INDUSTRY: 'Сфера деятельности',
  EMPLOYEES: 'Количество сотрудников',
}

export function seedStatuses(): Status[] {
  let id = 0
  return Object.entries(DIRECTORIES).flatMap(([entityId, rows]) => rows.map(([statusId, name, color, semantics], at) => {
    id += 1
    return {
      id, entityId, statusId, name, nameInit: name, sort: (at + 1) * 10, system: true,
      color: color ?? null, semantics: semantics ?? null,
    }
  }))
}
