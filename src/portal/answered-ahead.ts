/** A portal that was asked already: its answers are given to whoever asks the same first. */
import { ok } from '../domain/result.ts'
import type { Command, Portal, Replies, SendOptions } from './portal.ts'

/** The same portal, of which the first request is answered already when it asks exactly this. */
export function answeredAhead(portal: Portal, asked: Readonly<Record<string, Command>>, replies: Replies<string>): Portal {
  let ahead: Replies<string> | undefined = replies
  return {
    send<K extends string>(commands: Readonly<Record<K, Command>>, options: SendOptions<NoInfer<K>>) {
      const known = ahead
      ahead = undefined
      return known && JSON.stringify(commands) === JSON.stringify(asked)
        ? Promise.resolve(ok(known as Replies<K>))
        : portal.send(commands, options)
    },
  }
}
