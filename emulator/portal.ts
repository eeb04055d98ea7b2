import { createAnswers, type Answers } from './answers.ts'
import { createClock, type Clock } from './clock.ts'
import { createEdits, type Edits } from './edits.ts'
import { createFaults, type Faults } from './faults.ts'
import { createLimits, type Limits } from './limits.ts'
import { createLog, type RequestLog } from './log.ts'
import { createOverdue, type Overdue } from './overdue.ts'
import { createRules, type RuleBook } from './rules.ts'
import { createStore, type Store } from './store.ts'
import { createTokens, type Tokens } from './tokens.ts'

export interface PortalOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly leads: number
  readonly seed: number
  /** Address of the app: its main page and the handler of its placements. */
  readonly appUrl: string
  readonly host?: string
  /** Unix milliseconds at which the portal's clock starts; real time unless given. */
  readonly now?: number
}

/** The one app that is installed here, a local one. */
export interface PortalApp {
  readonly id: number
  readonly code: string
  readonly url: string
  readonly status: 'L'
}

/** What routes get: the state, the clock, the tokens and who the portal is. */
export interface Portal {
  readonly store: Store
  readonly clock: Clock
  readonly tokens: Tokens
  readonly answers: Answers
  readonly edits: Edits
  readonly faults: Faults
  readonly limits: Limits
  readonly rules: RuleBook
  readonly log: RequestLog
  readonly overdue: Overdue
  readonly app: PortalApp
  readonly memberId: string
  /** Address of this portal, without a slash at the end. */
  readonly url: () => string
}

export function createPortal(options: PortalOptions, url: () => string): Portal {
  const clock = createClock(options.now)
  return {
    store: createStore({ leads: options.leads, seed: options.seed, now: clock.startedAt }),
    clock,
    tokens: createTokens(clock),
    answers: createAnswers(),
    edits: createEdits(),
    faults: createFaults(),
    limits: createLimits(),
    rules: createRules(),
    log: createLog(),
    overdue: createOverdue(),
    app: { id: 1, code: 'local.triple-a', url: options.appUrl, status: 'L' },
    memberId: 'e0a7f3c92b5d48169c1d7e05ab38f264',
    url,
  }
}
