/** Scoring a backlog: 60,000 leads of the default set through code, class, coefficient, touches and first date. */
import type { Answer, Answers } from '../src/domain/answers.ts'
import { OFFER_ANSWERS } from '../src/domain/answers.ts'
import { firstDate, planFollowUp } from '../src/domain/follow-up.ts'
import { coefficientOf, potentialOf } from '../src/domain/potential.ts'
import type { Money } from '../src/domain/potential.ts'
import { DEFAULT_SET } from '../src/domain/presets/default.ts'
import { choicesOf } from '../src/domain/question-set.ts'
import type { Question } from '../src/domain/question-set.ts'
import { score } from '../src/domain/score.ts'
import { touchArithmetic } from '../src/domain/touches.ts'
import { compileWorkingTime } from '../src/domain/working-time.ts'
import type { WorkingCalendar } from '../src/domain/working-time.ts'
import type { Bench, BenchRow } from './bench.ts'
import { medianOf, processorTime } from './statistics.ts'

const LEADS = 60_000
const RUNS = 3
const PLANS = 1000
const TOUCHES = 24
const BEGIN = Date.UTC(2026, 0, 5, 6)
const MONTHS_MS = 90 * 86_400_000

interface Lead {
  readonly answers: Answers
  readonly amount: Money | undefined
  readonly now: number
}

/** Whole numbers below a limit, always the same (mulberry32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** One in eight is not asked and one in eight unknown; half of the money answers are sums. */
function answerTo(question: Question, random: (limit: number) => number): Answer | undefined {
  const dealt = random(8)
  if (dealt === 0) return undefined
  const choices = choicesOf(question)
  const choice = choices[random(choices.length)]
  if (dealt === 1 || choice === undefined) return { kind: 'unknown' }
  if (question.kind === 'money' && random(2) === 0) return { kind: 'amount', amount: random(2_000_000) }
  const offer = question.kind === 'horizon' ? OFFER_ANSWERS[random(OFFER_ANSWERS.length)] : undefined
  return { kind: 'choice', choice: choice.id, ...(offer !== undefined && { offer }) }
}

function makeLeads(): readonly Lead[] {
  const random = randomFrom(1)
  return Array.from({ length: LEADS }, () => ({
    answers: Object.fromEntries(DEFAULT_SET.questions.flatMap((question) => {
      const answer = answerTo(question, random)
      return answer === undefined ? [] : [[question.id, answer]]
    })),
    amount: random(3) === 0 ? { amount: random(3_000_000), currency: random(5) === 0 ? 'USD' : 'RUB' } : undefined,
    now: BEGIN + random(MONTHS_MS),
  }))
}

function newCalendar(): WorkingCalendar {
  const calendar = compileWorkingTime(DEFAULT_SET.followUp.workingTime, 'Europe/Moscow')
  if (!calendar.ok) throw new Error(calendar.error.kind)
  return calendar.value
}

async function run(): Promise<BenchRow[]> {
  const leads = makeLeads()
  let planned = 0

  /** With a set and a calendar that nothing is remembered of yet. */
  function scoreAll(): void {
    const set = structuredClone(DEFAULT_SET)
    const { followUp } = set
    const calendar = newCalendar()
    for (const { answers, amount, now } of leads) {
      const { class: leadClass } = score(set, answers)
      const coefficient = coefficientOf(potentialOf(set, answers, amount))
      const capped = leadClass.state === 'decided' && leadClass.capped
      const { touches } = touchArithmetic(followUp.base, coefficient, capped)
      if (firstDate({ followUp, calendar, now, class: leadClass }) >= now) planned += touches
    }
  }

  function planAll(): void {
    const { followUp } = DEFAULT_SET
    const calendar = newCalendar()
    for (const { now } of leads.slice(0, PLANS)) {
      const plan = planFollowUp({ followUp, calendar, now, class: { state: 'decided', class: 'A', capped: false }, coefficient: 4 })
      planned += plan.items.length
    }
  }

  const cold = processorTime(scoreAll) / 1000
  const scoring = await medianOf(RUNS, () => processorTime(scoreAll) / 1000)
  const plan = await medianOf(RUNS, () => processorTime(planAll) / PLANS)
  if (planned === 0) throw new Error('Nothing was planned.')
  return [
    { what: `${LEADS} leads, before the code is compiled`, value: cold, unit: 'core-s', bar: 1 },
    { what: `${LEADS} leads: code, class, coefficient, touches, first date`, value: scoring, unit: 'core-s', bar: 1 },
    { what: `one full plan of ${TOUCHES} touches`, value: plan, unit: 'ms' },
  ]
}

export const bench: Bench = { name: 'scoring', run }
