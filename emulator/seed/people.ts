import type { Department, User } from '../entities.ts'

/** Three levels: the company, sales, and the team of `manager` and `manager2`; the warehouse has no head. */
export const DEPARTMENTS: readonly Department[] = [
  { id: 1, name: 'Северный двор', parent: null, head: 1 },
  { id: 2, name: 'Отдел продаж', parent: 1, head: 7 },
  { id: 3, name: 'Группа входящих заявок', parent: 2, head: 3 },
  { id: 4, name: 'Группа постоянных клиентов', parent: 2, head: null },
  { id: 5, name: 'Склад', parent: 1, head: null },
]

function person(
  id: number,
  login: User['login'],
  [name, lastName, gender]: readonly [string, string, User['gender']],
  position: string,
  department: number,
  crm: User['crm'],
): User {
  return {
    id, login, name, lastName, gender, position, crm,
    email: `${login}@sever.example`,
    phone: `+7 495 000-01-${String(id).padStart(2, '0')}`,
    departments: [department],
    admin: login === 'admin',
    crmAdmin: login === 'admin' || login === 'crmadmin',
  }
}

export const USERS: readonly User[] = [
  person(1, 'admin', ['Анна', 'Соколова', 'F'], 'Генеральный директор', 1, 'all'),
  person(2, 'crmadmin', ['Тимур', 'Галиев', 'M'], 'Администратор CRM', 1, 'all'),
  person(3, 'head', ['Ольга', 'Лебедева', 'F'], 'Руководитель группы', 3, 'department'),
  person(4, 'manager', ['Иван', 'Морозов', 'M'], 'Менеджер по продажам', 3, 'own'),
  person(5, 'manager2', ['Emily', 'Carter', 'F'], 'Sales manager', 3, 'opened'),
  person(6, 'nocrm', ['Пётр', 'Зуев', 'M'], 'Кладовщик', 5, 'none'),
  person(7, 'director', ['Виктор', 'Павлов', 'M'], 'Коммерческий директор', 2, 'department'),
  person(8, 'seller', ['Марина', 'Юсупова', 'F'], 'Менеджер по работе с клиентами', 4, 'own'),
]
