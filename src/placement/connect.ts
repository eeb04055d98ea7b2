/** The hand-over from the portal, with a time limit: the only place where the SDK's frame object is made. */
import type { B24Frame } from '@bitrix24/b24jssdk'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import type { Portal } from '../portal/portal.ts'
import { repeating } from '../portal/repeating.ts'
import { sdkPortal } from '../portal/sdk-adapter.ts'
import { readContext } from './context.ts'
import type { Context } from './context.ts'
import type { Frame } from './frame.ts'

export interface Connection {
  readonly context: Context
  readonly portal: Portal
  readonly frame: Frame
  /** The portal's host, to keep what is stored in the browser apart. */
  readonly host: string
  /** Reads an option of the app as it came with the hand-over; nothing when it is empty or did not come. */
  readonly appOption: (name: string) => string | undefined
  readonly userOption: (name: string) => string | undefined
}

/** `not-embedded`: opened outside a portal. `silent`: the portal did not answer in time. `failed`: the hand-over broke. */
export type ConnectProblem = { readonly kind: 'not-embedded' | 'silent' | 'failed' }

/** The SDK waits for the portal without a limit; this is ours, in milliseconds. */
export const LONGEST_HANDOVER = 10_000

/**
 * The portal gives its frame a name of three parts, `host|protocol|sid`; without it nobody will answer. From here on the
 * built page reaches no host but this: a second content security policy can only narrow the first, which holds any portal.
 */
function holdToPortal(): boolean {
  const [host, protocol, sid, more] = window.name.split('|')
  if (sid === undefined || more !== undefined || window.parent === window) return false
  const policy = document.querySelector('[http-equiv]')
  policy?.after(Object.assign(policy.cloneNode(), { content: `connect-src http${protocol === '1' ? 's' : ''}://${host}` }))
  return true
}

/** One row of retries for the whole frame: repeating a write that the portal may have done makes it twice. */
const RESTRICTIONS = { maxRetries: 1 }

function optionReader(get: (name: string) => unknown): (name: string) => string | undefined {
  return (name) => {
    try {
      const value = get(name)
      return typeof value === 'string' && value !== '' ? value : undefined
    } catch {
      // the SDK throws for an option that is empty or was never set
      return undefined
    }
  }
}

function frameOf(b24: B24Frame): Frame {
  return {
    fit(height) {
      if (height <= 0) return
      // the portal takes the height only; a width of 0 would be refused by the SDK
      // an unanswered resize is no failure: a portal that ignores it keeps its height and scrolls
      b24.parent.resizeWindow(document.documentElement.clientWidth || 1, Math.ceil(height)).catch(() => undefined)
    },
    fitDocument() { b24.parent.fitWindow().catch(() => undefined) },
    async reloadCard() {
      await b24.placement.call('reloadData')
    },
  }
}

function connectionOf(b24: B24Frame, portal: Portal): Connection {
  return {
    context: readContext(b24.placement.placement, b24.placement.options, b24.getLang()),
    portal,
    frame: frameOf(b24),
    host: new URL(b24.getTargetOrigin()).host,
    appOption: optionReader(name => b24.options.appGet(name)),
    userOption: optionReader(name => b24.options.userGet(name)),
  }
}

/** Waits for the portal without a limit; rejects when the hand-over breaks. */
async function shakeHands(): Promise<Connection> {
  // alone in its statement: only so does the bundler leave out what is not used of the SDK
  const { initializeB24Frame } = await import('@bitrix24/b24jssdk')
  const b24 = await initializeB24Frame({ restrictionParams: RESTRICTIONS })
  return connectionOf(b24, repeating(sdkPortal(b24)))
}

/** Connects to the portal that opened the app. */
export async function connect(): Promise<Result<Connection, ConnectProblem>> {
  if (!holdToPortal()) return failed({ kind: 'not-embedded' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<Result<Connection, ConnectProblem>>((resolve) => {
    timer = setTimeout(() => resolve(failed({ kind: 'silent' })), LONGEST_HANDOVER)
  })
  const hands = shakeHands().then(ok, (): Result<Connection, ConnectProblem> => failed({ kind: 'failed' }))
  const result = await Promise.race([hands, silence])
  clearTimeout(timer)
  return result
}

