/** The port on top of the official SDK: its two ways of failing (thrown, returned) become one. */
import type { AjaxResult, TypeB24 } from '@bitrix24/b24jssdk'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { toPortalError } from './portal-error.ts'
import type { Command, Param, Portal, PortalError, Replies, SendOptions } from './portal.ts'

/** How an error is read is loaded with the first one, if a later part of the screen has not brought it; without a connection it is one of silence. */
async function errorReader(): Promise<typeof toPortalError> {
  const loaded = await import('./portal-error.ts').catch(() => undefined)
  return loaded?.toPortalError ?? ((_error, method) => ({ kind: 'unreachable', method, code: '', description: '' }))
}

/** Plain data only: the SDK clones its parameters, and a Vue proxy in them makes it report a sent write as failed. */
function plain(params: Readonly<Record<string, Param>>): Record<string, Param> {
  return JSON.parse(JSON.stringify(params)) as Record<string, Param>
}

/**
 * One row of a batch. The SDK calls a row successful whose error has an empty code (all classic crm.* errors have one),
 * so a missing result is a failure here.
 */
function replyOf(row: AjaxResult | undefined, error: PortalError | undefined, command: Command, halted: boolean): Result<unknown, PortalError> {
  if (error) return failed(error)
  const value: unknown = row?.isSuccess === true ? row.getData()?.result : undefined
  if (value !== undefined) return ok(value)
  const kind = row === undefined && halted ? 'not-run' : 'no-result'
  return failed({ kind, method: command.method, code: '', description: '' })
}

/** The portal that this SDK object speaks to. */
export function sdkPortal(b24: TypeB24): Portal {
  return {
    async send<K extends string>(commands: Readonly<Record<K, Command>>, { halt }: SendOptions) {
      const keys = Object.keys(commands) as K[]
      const calls = Object.fromEntries(keys.map(key => [key, { method: commands[key].method, params: plain(commands[key].params) }]))
      try {
        const response = await b24.actions.v2.batch.make({ calls, options: { isHaltOnError: halt, returnAjaxResult: true } })
        const errors = response.getErrorsByKey()
        const rows = response.getData() as Readonly<Record<string, AjaxResult>> | null | undefined
        const read = Object.keys(errors).length > 0 ? await errorReader() : undefined
        // a portal that halts answers nothing any more: what it passed over is followed by an answer
        const last = keys.findLastIndex(key => rows?.[key] !== undefined || errors[key] !== undefined)
        let afterFailure = false
        const replies = {} as Record<K, Result<unknown, PortalError>>
        for (const [index, key] of keys.entries()) {
          const error = errors[key] && read?.(errors[key], commands[key].method)
          const reply = replyOf(rows?.[key], error, commands[key], halt && afterFailure && index > last)
          replies[key] = reply
          afterFailure ||= !reply.ok
        }
        return ok<Replies<K>>(replies)
      } catch (error) {
        return failed((await errorReader())(error, 'batch'))
      }
    },
  }
}
