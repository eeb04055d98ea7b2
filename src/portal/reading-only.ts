/** A portal that is only read: whatever would change something is refused before it is sent. */
import { failed, ok } from '../domain/result.ts'
import { NO_TRIGGER } from './open-lead.ts'
import type { Command, Portal, PortalError, Replies, SendOptions } from './portal.ts'

const HARMLESS = ['profile', 'scope']

/** Methods by whose last word a portal tells something. */
const TELLING = /\.(?:get|list|fields)$/

/** The check of a right (`open-lead.ts`) looks like a deed and is none. */
function mayBeSent({ method, params }: Command): boolean {
  return HARMLESS.includes(method) || TELLING.test(method) || (method === 'crm.automation.trigger' && params['code'] === NO_TRIGGER)
}

/** The same portal without its writes: a request that has one is refused as a whole. */
export function readingOnly(portal: Portal): Portal {
  return {
    send<K extends string>(commands: Readonly<Record<K, Command>>, options: SendOptions<NoInfer<K>>) {
      const write = Object.values<Command>(commands).find(command => !mayBeSent(command))
      if (!write) return portal.send(commands, options)
      const refused: PortalError = { kind: 'not-allowed', method: write.method, code: '', description: '' }
      return Promise.resolve(ok(Object.fromEntries(Object.keys(commands).map(key => [key, failed(refused)])) as Replies<K>))
    },
  }
}
