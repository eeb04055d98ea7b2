import type { Context, Methods } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { recordOf, textOf, type Params } from '../rest/params.ts'

/** `api-reference/common/settings/`: only in the context of an application. */
export const optionMethods: Methods = {
  'app.option.get': (params, context) => {
    requireApplication(context)
    return chosen(params, context.store.appOptions())
  },

  'app.option.set': (params, context) => {
    requireApplication(context)
    if (!context.user.admin) throw accessException('Administrator authorization required')
    context.store.setAppOptions(optionsOf(params))
    return true
  },

  'user.option.get': (params, context) => {
    requireApplication(context)
    return chosen(params, context.store.userOptions(context.user.id))
  },

  'user.option.set': (params, context) => {
    requireApplication(context)
    context.store.setUserOptions(context.user.id, optionsOf(params))
    return true
  },
}

function requireApplication({ access }: Context): void {
  if (!access.application) throw accessException('Application context required')
}

/** One option by its name, an empty text if it was never set; without a name all of them, `[]` if there are none. */
function chosen(params: Params, options: Readonly<Record<string, unknown>>): unknown {
  const name = textOf(params['option']) ?? ''
  if (name !== '') return Object.hasOwn(options, name) ? options[name] : ''
  return Object.keys(options).length > 0 ? options : []
}

function optionsOf(params: Params): Record<string, unknown> {
  const options = recordOf(params['options']) ?? {}
  if (Object.keys(options).length === 0) throw new PortalError(400, 'ArgumentNullException', 'options is empty')
  return options
}

function accessException(text: string): PortalError {
  return new PortalError(400, 'AccessException', text)
}
