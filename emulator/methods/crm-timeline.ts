import { type Comment, type CrmItem } from '../entities.ts'
import { TYPE_CODES } from '../fields/types.ts'
import { formatInstant } from '../portal-time.ts'
import { compileFilter, type Column } from '../query/filter.ts'
import { orderOf, sorted } from '../query/order.ts'
import { pageOf } from '../query/page.ts'
import type { Context, Methods } from '../rest/context.ts'
import { classicError, PortalError } from '../rest/errors.ts'
import { idOf, listOf, param, recordOf, textOf, type Params } from '../rest/params.ts'
import { entityType, mayDo, type Deed } from '../rights.ts'
import { accessDenied } from './crm-access.ts'

/** `api-reference/crm/timeline/comments/`; files are not kept. */
export const crmTimelineMethods: Methods = {
  'crm.timeline.comment.add': (params, context) => {
    const fields = recordOf(params['fields'])
    if (fields?.['ENTITY_ID'] === undefined || fields['ENTITY_TYPE'] === undefined) throw new PortalError(400, '100', 'Required fields are not provided')
    const owner = ownerOf(context, textOf(fields['ENTITY_TYPE']) ?? '', idOf(fields['ENTITY_ID']))
    if (!owner) throw new PortalError(400, 'OWNER_NOT_FOUND', 'Владелец элемента не найден')
    if (!mayDo(context.state, context.user, 'read')(owner)) throw accessDenied()
    return context.state.comments.put({
      id: context.store.nextId('comment'),
      entityTypeId: owner.entityTypeId,
      entityId: owner.id,
      text: filled(fields['COMMENT']),
      authorId: context.user.id,
      created: context.now,
    }).id
  },

  'crm.timeline.comment.list': (params, context) => {
    const filter = recordOf(params['filter']) ?? {}
    const owner = ownerOf(context, textOf(filter['ENTITY_TYPE']) ?? '', idOf(filter['ENTITY_ID']))
    if (!owner || !mayDo(context.state, context.user, 'read')(owner)) throw classicError('Access denied.')
    const fits = compileFilter(filter, column)
    const by = orderOf(params['order']).flatMap(({ name, descending }) => {
      const found = ['ID', 'CREATED', 'AUTHOR_ID'].includes(name) ? column(name) : undefined
      return found ? [{ column: found, descending }] : []
    })
    const select = listOf(params['select'])
    return pageOf(sorted(context.state.comments.all().filter(fits), by), context.start, one =>
      Object.fromEntries(Object.entries(commentRow(one)).filter(([key]) => select.length === 0 || select.includes(key))))
  },

  'crm.timeline.comment.get': (params, context) => {
    const id = idOf(param(params, 'id', 'ID'))
    if (id <= 0) throw classicError('ID is not defined or invalid.')
    const comment = context.state.comments.get(id)
    if (!comment) throw classicError('Not found.')
    requireOwner(context, comment, 'read', classicError('Access denied.'))
    return commentRow(comment)
  },

  'crm.timeline.comment.update': (params, context) => {
    const comment = commentFor(params, context)
    const fields = recordOf(params['fields']) ?? {}
    if (fields['COMMENT'] !== undefined) context.state.comments.put({ ...comment, text: filled(fields['COMMENT']) })
    return comment.id
  },

  'crm.timeline.comment.delete': (params, context) => {
    context.state.comments.delete(commentFor(params, context).id)
    return null
  },
}

/** A comment as `crm.timeline.comment.get` prints it. */
export function commentRow(comment: Comment): Record<string, unknown> {
  return {
    ID: String(comment.id),
    ENTITY_ID: String(comment.entityId),
    ENTITY_TYPE: TYPE_CODES[comment.entityTypeId].toLowerCase(),
    CREATED: formatInstant(comment.created),
    COMMENT: comment.text,
    AUTHOR_ID: String(comment.authorId),
    FILES: [],
  }
}

function commentFor(params: Params, context: Context): Comment {
  const comment = context.state.comments.get(idOf(param(params, 'id', 'ID')))
  if (!comment) throw new PortalError(400, 'NOT_FOUND', 'Not found.')
  const type = params['ownerTypeId'] === undefined ? comment.entityTypeId : entityType(idOf(params['ownerTypeId']))
  if (type !== comment.entityTypeId || (params['ownerId'] !== undefined && idOf(params['ownerId']) !== comment.entityId)) {
    throw new PortalError(400, 'OWNER_NOT_FOUND', 'Владелец элемента не найден')
  }
  requireOwner(context, comment, 'write', accessDenied())
  return comment
}

function requireOwner({ state, user }: Context, comment: Comment, deed: Deed, refusal: PortalError): void {
  const owner = state.items[comment.entityTypeId].get(comment.entityId)
  if (!owner || !mayDo(state, user, deed)(owner)) throw refusal
}

function ownerOf({ state }: Context, typeName: string, id: number): CrmItem | undefined {
  const code = Object.entries(TYPE_CODES).find(([, name]) => name.toLowerCase() === typeName.toLowerCase())?.[0]
  const type = entityType(Number(code))
  return type === undefined ? undefined : state.items[type].get(id)
}

function filled(value: unknown): string {
  const text = textOf(value) ?? ''
  if (text.trim() === '') throw new PortalError(400, 'INVALID_ARG_VALUE', 'Empty comment')
  return text
}

function column(name: string): Column<Comment> | undefined {
  switch (name) {
    case 'ID': return { kind: 'number', read: one => one.id }
    case 'ENTITY_ID': return { kind: 'number', read: one => one.entityId }
    case 'ENTITY_TYPE': return { kind: 'text', read: one => TYPE_CODES[one.entityTypeId] }
    case 'AUTHOR_ID': return { kind: 'number', read: one => one.authorId }
    case 'CREATED': return { kind: 'instant', read: one => one.created }
    default: return undefined
  }
}
