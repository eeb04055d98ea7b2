import { type Activity, type CrmItem } from '../entities.ts'
import { parseInstant } from '../portal-time.ts'
import type { Context, Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { idOf, listOf, numberOf, required, textOf, type Params } from '../rest/params.ts'
import { entityType, hasCrm, mayDo } from '../rights.ts'
import { accessDenied } from './crm-access.ts'

/** `api-reference/crm/timeline/activities/todo/` */
export const crmTodoMethods: Methods = {
  'crm.activity.todo.add': (params, context) => {
    required(params, 'ownerTypeId', 'ownerId', 'deadline')
    const owner = ownerFor(params, context)
    const { state, store, user, now } = context
    const activity = state.activities.put({
      id: store.nextId('activity'),
      ownerTypeId: owner.entityTypeId,
      ownerId: owner.id,
      providerId: 'CRM_TODO',
      providerTypeId: 'TODO',
      typeId: 6,
      subject: textOf(params['title']) ?? '',
      description: textOf(params['description']) ?? '',
      created: now,
      updated: now,
      deadline: instant(params['deadline']),
      completed: false,
      responsibleId: responsible(params, context) ?? user.id,
      authorId: user.id,
      editorId: user.id,
      colorId: color(params['colorId']) ?? '',
      pingOffsets: pings(params) ?? [],
      parentActivityId: numberOf(params['parentActivityId']) ?? null,
    })
    return { id: activity.id }
  },

  'crm.activity.todo.update': (params, context) => {
    required(params, 'id', 'ownerTypeId', 'ownerId', 'deadline')
    return change(params, context, 'CAN_NOT_UPDATE_COMPLETED_TODO', held => ({
      deadline: instant(params['deadline']),
      subject: textOf(params['title']) ?? held.subject,
      description: textOf(params['description']) ?? held.description,
      responsibleId: responsible(params, context) ?? held.responsibleId,
      colorId: color(params['colorId']) ?? held.colorId,
      pingOffsets: pings(params) ?? held.pingOffsets,
      parentActivityId: numberOf(params['parentActivityId']) ?? held.parentActivityId,
    }))
  },

  'crm.activity.todo.updateDeadline': (params, context) => {
    required(params, 'id', 'ownerTypeId', 'ownerId', 'value')
    return change(params, context, 'CAN_NOT_UPDATE_COMPLETED_TODO', () => ({ deadline: instant(params['value']) }))
  },

  'crm.activity.todo.updateDescription': (params, context) => {
    required(params, 'id', 'ownerTypeId', 'ownerId', 'value')
    return change(params, context, 'CAN_NOT_UPDATE_COMPLETED_TODO', () => ({ description: textOf(params['value']) ?? '' }))
  },

  'crm.activity.todo.updateColor': (params, context) => {
    required(params, 'id', 'ownerTypeId', 'ownerId', 'colorId')
    return change(params, context, 'CAN_NOT_UPDATE_COLOR_COMPLETED_TODO', () => ({ colorId: color(params['colorId']) ?? '' }))
  },

  'crm.activity.todo.updateResponsibleUser': (params, context) => {
    required(params, 'id', 'ownerTypeId', 'ownerId', 'responsibleId')
    return change(params, context, 'CAN_NOT_UPDATE_RESPONSIBLE_USER_COMPLETED_TODO', held => ({
      responsibleId: responsible(params, context) ?? held.responsibleId,
    }))
  },
}

function change(params: Params, context: Context, completed: string, changes: (held: Activity) => Partial<Activity>): { id: number } {
  const owner = ownerFor(params, context)
  const { state, user, now } = context
  const activity = state.activities.get(idOf(params['id']))
  if (!activity || activity.ownerTypeId !== owner.entityTypeId || activity.ownerId !== owner.id) throw new PortalError(400, 'NOT_FOUND', 'Not found.')
  if (activity.completed) throw new PortalError(400, completed, 'Завершенное дело нельзя изменить')
  state.activities.put({ ...activity, ...changes(activity), updated: now, editorId: user.id })
  return { id: activity.id }
}

function ownerFor(params: Params, { state, user }: Context): CrmItem {
  const type = entityType(idOf(params['ownerTypeId']))
  const owner = type === undefined ? undefined : state.items[type].get(idOf(params['ownerId']))
  if (!hasCrm(user)) throw accessDenied()
  if (!owner) throw new PortalError(400, 'OWNER_NOT_FOUND', 'Владелец элемента не найден')
  if (!mayDo(state, user, 'write')(owner)) throw accessDenied()
  return owner
}

function instant(value: unknown): number {
  const at = parseInstant(textOf(value) ?? '')
  if (at === undefined) throw new PortalError(400, 'WRONG_DATETIME_FORMAT', 'Неверный формат даты')
  return at
}

function responsible(params: Params, context: Context): number | undefined {
  if (params['responsibleId'] === undefined) return undefined
  const id = idOf(params['responsibleId'])
  if (id <= 0) throw new PortalError(400, 'INVALID_ARG_VALUE', 'Parameter "responsibleId" must be greater than 0')
  return context.store.user(id)?.id
}

/** Colours are `1` … `7` and the default one. */
function color(value: unknown): string | undefined {
  const text = textOf(value)
  if (text === undefined || text === '') return text
  if (!/^([1-7]|default)$/.test(text)) throw new PortalError(400, 'CAN_NOT_UPDATE_WRONG_COLOR_TODO', 'Недопустимый цвет дела')
  return text
}

/** Reminders, in minutes before the deadline. */
function pings(params: Params): number[] | undefined {
  if (params['pingOffsets'] === undefined) return undefined
  return listOf(params['pingOffsets']).map(numberOf).filter(one => one !== undefined)
}
