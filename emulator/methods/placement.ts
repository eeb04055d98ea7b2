import type { Placement } from '../entities.ts'
import type { Context, Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { flagOf, listOf, recordOf, textOf, type Params } from '../rest/params.ts'

/** Places and the scope that each needs beside `placement` (`api-reference/widgets/`). */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  crm: [
    'CRM_LEAD_DETAIL_TAB', 'CRM_DEAL_DETAIL_TAB', 'CRM_CONTACT_DETAIL_TAB', 'CRM_COMPANY_DETAIL_TAB', 'CRM_LEAD_LIST_TOOLBAR',
    'CRM_DEAL_LIST_TOOLBAR', 'CRM_LEAD_LIST_MENU', 'CRM_LEAD_DETAIL_TOOLBAR', 'CRM_DEAL_DETAIL_TOOLBAR', 'CRM_LEAD_ACTIVITY_TIMELINE_MENU',
  ],
  telephony: ['CALL_CARD'],
  basic: ['DEFAULT', 'LEFT_MENU', 'PAGE_BACKGROUND_WORKER', 'REST_APP_URI'],
}

export const placementMethods: Methods = {
  'placement.bind': (params, context) => {
    requireAdmin(context)
    const { state, store } = context
    const placement = codeOf(params, context)
    const handler = textOf(params['HANDLER']) ?? ''
    if (handler === '') throw argument('HANDLER')
    if (params['USER_ID'] !== undefined && placement !== 'PAGE_BACKGROUND_WORKER') {
      throw new PortalError(400, 'ERROR_PLACEMENT_USER_MODE', 'User mode is not available for this placement')
    }
    const options = recordOf(params['OPTIONS']) ?? {}
    const held = ownPlacements(context).filter(one => one.placement === placement)
    if (placement === 'PAGE_BACKGROUND_WORKER') {
      if ((textOf(options['errorHandlerUrl']) ?? '') === '') throw new PortalError(400, 'EMPTY_ERROR_HANDLER_URL', 'Error handler URL is empty')
      if (held.length > 0) throw new PortalError(400, 'ERROR_PLACEMENT_MAX_COUNT', 'Placement max count')
    }
    if (held.some(one => one.handler === handler)) {
      throw new PortalError(400, 'ERROR_PLACEMENT_HANDLER_EXISTS', 'Unable to set placement handler: Handler already binded')
    }
    state.placements.put({
      id: store.nextId('placement'),
      ...context.access.otherApp !== undefined && { otherApp: context.access.otherApp },
      placement,
      handler,
      title: textOf(params['TITLE']) ?? '',
      description: textOf(params['DESCRIPTION']) ?? '',
      groupName: textOf(params['GROUP_NAME']) ?? '',
      langAll: structuredClone(recordOf(params['LANG_ALL']) ?? {}),
      // the detail tabs keep no options
      options: placement.endsWith('_DETAIL_TAB') ? {} : structuredClone(options),
    })
    return true
  },

  'placement.unbind': (params, context) => {
    requireAdmin(context)
    const placement = codeOf(params, context)
    const handler = textOf(params['HANDLER']) ?? ''
    const bound = ownPlacements(context).filter(one => one.placement === placement && (handler === '' || one.handler === handler))
    for (const one of bound) context.state.placements.delete(one.id)
    return { count: bound.length }
  },

  'placement.get': (_, context) => {
    requireAdmin(context)
    return ownPlacements(context).map(placementRow)
  },

  'placement.list': (params, context) => {
    requireApplication(context)
    const scope = textOf(params['SCOPE']) ?? ''
    const full = flagOf(params['FULL']) === true
    return Object.entries(PLACES)
      .filter(([needed]) => scope === '' ? full || needed === 'basic' || context.access.scopes.has(needed) : needed === scope)
      .flatMap(([, codes]) => codes)
  },
}

/** What the calling app has bound. */
function ownPlacements({ state, access }: Context): readonly Placement[] {
  return state.placements.all().filter(one => one.otherApp === access.otherApp)
}

/** A handler as `placement.get` prints it. */
export function placementRow(one: Placement): Record<string, unknown> {
  return {
    placement: one.placement,
    userId: 0,
    handler: one.handler,
    options: phpMap(one.options),
    title: one.title,
    description: one.description,
    langAll: phpMap(one.langAll),
  }
}

function phpMap(map: Readonly<Record<string, unknown>>): unknown {
  return Object.keys(map).length === 0 ? listOf(undefined) : structuredClone(map)
}

function codeOf(params: Params, { access }: Context): string {
  const code = textOf(params['PLACEMENT'])?.toUpperCase() ?? ''
  if (code === '') throw argument('PLACEMENT')
  const [needed] = Object.entries(PLACES).find(([, codes]) => codes.includes(code)) ?? []
  if (needed === undefined || (needed !== 'basic' && !access.scopes.has(needed))) throw new PortalError(400, 'ERROR_PLACEMENT_NOT_FOUND', 'Placement not found')
  return code
}

function requireApplication({ access }: Context): void {
  if (!access.application) throw new PortalError(403, 'WRONG_AUTH_TYPE', 'Current authorization type is denied for this method Application context required')
}

function requireAdmin(context: Context): void {
  requireApplication(context)
  if (!context.user.admin) throw new PortalError(403, 'ACCESS_DENIED', 'Access denied!')
}

function argument(name: string): PortalError {
  return new PortalError(400, 'ERROR_ARGUMENT', `Argument '${name}' is null or empty`, { argument: name })
}
