/** By which channel the next contact is made. */
import type { Channel, FollowUp } from './question-set.ts'

/** Can the channel carry a letter, an offer, a link? */
const WRITTEN = { call: false, email: true, messenger: true, meeting: false } as const satisfies Record<Channel, boolean>

export interface ChannelRules {
  readonly unanswered: FollowUp['unanswered']
  /** Calls in a row that the client did not answer. */
  readonly unansweredCalls: number
  /** The channel that the client named as the most convenient. */
  readonly preferred: Channel | undefined
}

/**
 * The channel of a contact that a step plans for `own`. What the client prefers wins, with two exceptions:
 * a letter stays a letter when the client prefers to talk (the call after it discusses what must lie before the eyes),
 * and a call gives way to the other channel after so many unanswered ones, even a preferred call: nobody picks up.
 * `unanswered.calls` of 0 or less switches that rule off.
 */
export function channelFor(own: Channel, rules: ChannelRules): Channel {
  const { preferred, unanswered, unansweredCalls } = rules
  const wanted = preferred === undefined || (WRITTEN[own] && !WRITTEN[preferred]) ? own : preferred
  const silent = unanswered.calls > 0 && unansweredCalls >= unanswered.calls
  return wanted === 'call' && silent ? unanswered.channel : wanted
}
