import { activityRow } from '../activity-row.ts'
import type { Activity } from '../entities.ts'
import { parseInstant } from '../portal-time.ts'
import { compileFilter, type Column } from '../query/filter.ts'
import { orderOf, sorted } from '../query/order.ts'
import { pageOf } from '../query/page.ts'
import type { Context, Methods } from '../rest/context.ts'
import { classicError } from '../rest/errors.ts'
import { idOf, isRecord, listOf, numberOf, param, recordOf, textOf, type Params } from '../rest/params.ts'
import { mayDo, type Deed } from '../rights.ts'
import { requireCrm } from './crm-access.ts'

/** `api-reference/crm/timeline/activities/activity-base/` */
export const crmActivityMethods: Methods = {
  'crm.activity.list': (params, context) => {
    const { state } = context
    const may = mayDo(state, context.user, 'read')
    const { BINDINGS, ...filter } = recordOf(param(params, 'filter', 'FILTER')) ?? {}
    const fits = compileFilter(filter, column)
    const bindings = listOf(BINDINGS).filter(isRecord).map(one => `${idOf(one['OWNER_TYPE_ID'])}/${idOf(one['OWNER_ID'])}`)
    const rows = state.activities.all().filter((one) => {
      if (bindings.length > 0 && !bindings.includes(`${one.ownerTypeId}/${one.ownerId}`)) return false
      if (!fits(one)) return false
      const owner = state.items[one.ownerTypeId].get(one.ownerId)
      return owner !== undefined && may(owner)
    })
    const by = orderOf(param(params, 'order', 'ORDER')).flatMap(({ name, descending }) => {
      const found = column(name)
      return found ? [{ column: found, descending }] : []
    })
    const select = listOf(param(params, 'select', 'SELECT')).map(one => textOf(one) ?? '')
    return pageOf(sorted(rows, by), context.start, one => narrowed(activityRow(one), select))
  },

  'crm.activity.get': (params, context) => activityRow(activityFor(params, context, 'read')),

  /** Deprecated, and still the only documented way to complete an activity. */
  'crm.activity.update': (params, context) => {
    const activity = activityFor(params, context, 'write')
    const fields = recordOf(params['fields'])
    if (!fields) throw classicError("Parameter 'fields' must be array.")
    const deadline = parseInstant(textOf(fields['DEADLINE']) ?? '')
    context.state.activities.put({
      ...activity,
      subject: textOf(fields['SUBJECT']) ?? activity.subject,
      description: textOf(fields['DESCRIPTION']) ?? activity.description,
      deadline: deadline ?? activity.deadline,
      completed: fields['COMPLETED'] === undefined ? activity.completed : fields['COMPLETED'] === 'Y',
      responsibleId: numberOf(fields['RESPONSIBLE_ID']) ?? activity.responsibleId,
      updated: context.now,
      editorId: context.user.id,
    })
    return true
  },

  'crm.activity.delete': (params, context) => {
    context.state.activities.delete(activityFor(params, context, 'write').id)
    return true
  },
}

function activityFor(params: Params, context: Context, deed: Deed): Activity {
  requireCrm(context)
  const { state, user } = context
  const activity = state.activities.get(idOf(param(params, 'id', 'ID')))
  if (!activity) throw classicError('Activity is not found.')
  const owner = state.items[activity.ownerTypeId].get(activity.ownerId)
  if (!owner || !mayDo(state, user, deed)(owner)) throw classicError('Access denied.')
  return activity
}

function narrowed(row: Record<string, unknown>, select: readonly string[]): Record<string, unknown> {
  if (select.length === 0 || select.includes('*')) return row
  return Object.fromEntries(Object.entries(row).filter(([key]) => key === 'ID' || select.includes(key)))
}

const NUMBERS: Readonly<Record<string, (one: Activity) => number>> = {
  ID: one => one.id,
  OWNER_ID: one => one.ownerId,
  OWNER_TYPE_ID: one => one.ownerTypeId,
  TYPE_ID: one => one.typeId,
  RESPONSIBLE_ID: one => one.responsibleId,
  AUTHOR_ID: one => one.authorId,
  EDITOR_ID: one => one.editorId,
}

const INSTANTS: Readonly<Record<string, (one: Activity) => number | null>> = {
  DEADLINE: one => one.deadline,
  START_TIME: one => one.deadline,
  END_TIME: one => one.deadline,
  CREATED: one => one.created,
  LAST_UPDATED: one => one.updated,
}

function column(name: string): Column<Activity> | undefined {
  const number = NUMBERS[name]
  if (number) return { kind: 'number', read: number }
  const instant = INSTANTS[name]
  if (instant) return { kind: 'instant', read: instant }
  if (!['PROVIDER_ID', 'PROVIDER_TYPE_ID', 'SUBJECT', 'DESCRIPTION', 'COMPLETED', 'STATUS'].includes(name)) return undefined
  return { kind: 'text', read: one => textOf(activityRow(one)[name]) ?? null }
}
