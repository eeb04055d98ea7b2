/** Which requests may be sent again, how often, and after which pauses. */
import type { Result } from '../domain/result.ts'
import { isBusy } from './portal.ts'
import type { Command, Portal, PortalError, Replies, Reply, SendOptions } from './portal.ts'
import type { Pauses } from './repeating.ts'

/** The first one included. */
export const MOST_TRIES = 3
/** Milliseconds after which no new try begins: a manager waits for this in a call. */
export const LONGEST_TRYING = 15_000

const REAL: Pauses = {
  now: () => Date.now(),
  wait: milliseconds => new Promise((resolve) => { setTimeout(resolve, milliseconds) }),
  random: () => Math.random(),
}

const FIRST_PAUSE = 800
const GROWTH = 2.5
/** A pause is this part shorter or longer by chance, so that many tabs do not come back together. */
const JITTER = 0.25

/** The trigger that the app asks for is set up nowhere, so that asking only checks a right (see `open-lead.ts`). */
const READS = /(?:\.(?:get|list)|^profile|^crm\.automation\.trigger)$/
/** Writes that come out the same when they are done twice. */
const SAME_TWICE: readonly string[] = ['crm.item.update', 'app.option.set']
/**
 * On its own it keeps a draft, at the end of a save it empties one: done late, it would bring back or lose one that was replaced
 * meanwhile. Beside reads it says what is about to be written, and may be said again.
 */
const OUTDATED_SOON = 'user.option.set'

/** May a command be sent again when nobody knows whether it was done? */
export function isRepeatable(method: string): boolean {
  return READS.test(method) || SAME_TWICE.includes(method)
}

/**
 * A request that a busy portal refused as a whole ran nothing; of one without an answer that is not known. A method whose
 * time is used up is refused inside a batch: then nothing ran when nothing else did.
 */
function mayRepeat(sent: Result<Replies<string>, PortalError>, commands: readonly Command[], waitFor: readonly string[] | undefined): boolean {
  if (commands.every(({ method }) => method === OUTDATED_SOON)) return false
  const harmless = commands.every(({ method }) => isRepeatable(method)) || commands.every(({ method }) => READS.test(method) || method === OUTDATED_SOON)
  if (!sent.ok) return sent.error.kind === 'busy' || (sent.error.kind === 'unreachable' && harmless)
  const replies = Object.values<Reply>(sent.value)
  const awaited = Object.entries<Reply>(sent.value).filter(([key]) => waitFor?.includes(key) ?? true)
  return awaited.some(([, reply]) => isBusy(reply)) && (harmless || replies.every(reply => isBusy(reply) || (!reply.ok && reply.error.kind === 'not-run')))
}

/** Goes on from a first failure until there is an answer, a repetition would do harm, or the time is up. `since`: when the first try began. */
export async function repeat<K extends string>(
  portal: Portal,
  commands: Readonly<Record<K, Command>>,
  options: SendOptions<NoInfer<K>>,
  first: Result<Replies<K>, PortalError>,
  since: number,
  { now, wait, random }: Pauses = REAL,
): Promise<Result<Replies<K>, PortalError>> {
  let last = first
  let pause = FIRST_PAUSE
  for (let tries = 1; tries < MOST_TRIES && mayRepeat(last, Object.values(commands), options.waitFor); tries += 1) {
    const milliseconds = Math.round(pause * (1 - JITTER + 2 * JITTER * random()))
    if (now() - since + milliseconds > LONGEST_TRYING) break
    options.onWait?.(last.ok || last.error.kind === 'busy' ? 'busy' : 'unreachable')
    await wait(milliseconds)
    last = await portal.send(commands, options)
    pause *= GROWTH
  }
  return last
}
