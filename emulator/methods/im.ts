import type { Notice } from '../entities.ts'
import type { Context, Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { idOf, param, textOf, type Params } from '../rest/params.ts'

/** `api-reference/chats/notifications/` */
export const imMethods: Methods = {
  'im.notify': (params, context) => notify(params, context, param(params, 'TYPE', 'type') === 'SYSTEM' ? 'SYSTEM' : 'USER'),
  'im.notify.personal.add': (params, context) => notify(params, context, 'USER'),
  'im.notify.system.add': (params, context) => notify(params, context, 'SYSTEM'),
}

function notify(params: Params, { state, store, user, now }: Context, type: Notice['type']): number {
  const userId = idOf(param(params, 'USER_ID', 'user_id', 'TO', 'to'))
  if (userId <= 0) throw new PortalError(400, 'USER_ID_EMPTY', "User ID can't be empty")
  const message = (textOf(param(params, 'MESSAGE', 'message')) ?? '').trim()
  if (message === '') throw new PortalError(400, 'MESSAGE_EMPTY', "Message can't be empty")
  const tag = textOf(param(params, 'TAG', 'tag')) ?? ''
  if (tag !== '') {
    for (const held of state.notices.all()) if (held.tag === tag && held.userId === userId) state.notices.delete(held.id)
  }
  return state.notices.put({
    id: store.nextId('notice'),
    userId,
    authorId: type === 'SYSTEM' ? 0 : user.id,
    type,
    message,
    tag,
    subTag: textOf(param(params, 'SUB_TAG', 'sub_tag')) ?? '',
    created: now,
  }).id
}
