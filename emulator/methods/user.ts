import type { User } from '../entities.ts'
import { formatInstant } from '../portal-time.ts'
import { compileFilter, type Column } from '../query/filter.ts'
import { orderOf, sorted } from '../query/order.ts'
import { pageOf } from '../query/page.ts'
import type { Context, Methods } from '../rest/context.ts'
import { recordOf, textOf } from '../rest/params.ts'

/** `api-reference/user/`, `api-reference/common/users/` */
export const userMethods: Methods = {
  'user.current': (_, context) => userRow(context, context.user),

  'user.get': (params, context) => {
    const { sort, order, FILTER, filter, ADMIN_MODE: _, select: __, IMAGE_RESIZE: ___, SORT, ORDER, ...direct } = params
    const fits = compileFilter({ ...direct, ...recordOf(filter), ...recordOf(FILTER) }, column)
    const by = orderOf({ [textOf(SORT ?? sort) ?? 'ID']: textOf(ORDER ?? order) ?? 'ASC' })
      .flatMap(({ name, descending }) => {
        const found = column(name)
        return found ? [{ column: found, descending }] : []
      })
    return pageOf(sorted(context.state.users.filter(fits), by), context.start, user => userRow(context, user))
  },

  'user.admin': (_, { user }) => user.admin,

  'profile': (_, { user }) => ({
    ID: String(user.id), ADMIN: user.admin, NAME: user.name, LAST_NAME: user.lastName, PERSONAL_GENDER: user.gender, TIME_ZONE: '',
  }),

  'department.get': (params, context) => {
    const wanted = compileFilter(
      Object.fromEntries(['ID', 'NAME', 'SORT', 'PARENT', 'UF_HEAD'].filter(key => params[key] !== undefined).map(key => [key, params[key]])),
      departmentColumn,
    )
    const rows = context.state.departments.filter(wanted)
    return pageOf(rows, context.start, ({ id, name, parent, head }) => ({
      ID: String(id),
      NAME: name,
      SORT: 500,
      ...(parent === null ? {} : { PARENT: String(parent) }),
      ...(head === null ? {} : { UF_HEAD: String(head) }),
    }))
  },

  'department.fields': () => ({ ID: 'ID', NAME: 'Название подразделения', SORT: 'Сортировка', PARENT: 'Вышестоящее подразделение', UF_HEAD: 'Руководитель' }),
}

/** What is shown follows the scope: `user_basic` and `user_brief` leave out how to reach the person. */
function userRow({ access, now, portal }: Context, user: User): Record<string, unknown> {
  const reach = access.scopes.has('user')
  return {
    ID: String(user.id),
    ACTIVE: true,
    NAME: user.name,
    LAST_NAME: user.lastName,
    SECOND_NAME: '',
    ...(reach ? { EMAIL: user.email } : {}),
    LAST_LOGIN: formatInstant(now),
    DATE_REGISTER: formatInstant(portal.clock.startedAt - 400 * 86_400_000),
    TIME_ZONE: '',
    IS_ONLINE: 'Y',
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: user.gender,
    PERSONAL_WWW: '',
    PERSONAL_BIRTHDAY: '',
    ...(reach ? { PERSONAL_MOBILE: '' } : {}),
    PERSONAL_CITY: '',
    ...(reach ? { WORK_PHONE: user.phone } : {}),
    WORK_POSITION: user.position,
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: [...user.departments],
    USER_TYPE: 'employee',
  }
}

function column(name: string): Column<User> | undefined {
  switch (name) {
    case 'ID': return { kind: 'number', read: one => one.id }
    case 'NAME': return { kind: 'text', read: one => one.name }
    case 'LAST_NAME': return { kind: 'text', read: one => one.lastName }
    case 'EMAIL': return { kind: 'text', read: one => one.email }
    case 'WORK_POSITION': return { kind: 'text', read: one => one.position }
    case 'UF_DEPARTMENT': return { kind: 'number', read: one => one.departments }
    default: return undefined
  }
}

function departmentColumn(name: string): Column<Context['state']['departments'][number]> {
  switch (name) {
    case 'NAME': return { kind: 'text', read: one => one.name }
    case 'SORT': return { kind: 'number', read: () => 500 }
    case 'PARENT': return { kind: 'number', read: one => one.parent }
    case 'UF_HEAD': return { kind: 'number', read: one => one.head }
    default: return { kind: 'number', read: one => one.id }
  }
}
