/** Runs cases, and says of each what is wrong with the end of it: it has to be as if nothing had gone wrong and everybody had come in turn. */
import type { Recorded } from './cases.ts'
import { differences } from './end-state.ts'
import type { EndState } from './end-state.ts'
import { FLOWS } from './flows.ts'
import type { Flow } from './flows.ts'
import { unforgiven } from './forgiven.ts'
import { NOTHING_LEFT_OPEN } from './goals.ts'
import type { Deed, PlacedMishap, Step } from './mishaps.ts'
import { runCase } from './run-case.ts'
import type { Around, Case, Outcome } from './run-case.ts'
import type { World } from './world.ts'

export interface Judge {
  readonly recorded: Recorded
  /** What is wrong, in words; nothing when all is as it must be. */
  judge(one: Case): Promise<readonly string[]>
}

/** Every way to have done some of these deeds before, and the others after. */
function splits(deeds: readonly Deed[]): readonly Around[] {
  const [first, ...rest] = deeds
  if (!first) return [{ before: [], after: [] }]
  return splits(rest).flatMap(({ before, after }) => [{ before: [first, ...before], after }, { before, after: [first, ...after] }])
}

/** The orders in which everybody could have come one after the other. */
function orders(mishaps: readonly PlacedMishap[], { beside }: Case): readonly Around[] {
  const found = splits(mishaps.flatMap(({ mishap }) => mishap.kind === 'deed' ? [mishap.deed] : []))
  return beside?.who === 'colleague' ? found.flatMap(around => [{ ...around, colleague: 'before' as const }, { ...around, colleague: 'after' as const }]) : found
}

/** The flow of somebody who opens the lead and does nothing. */
function givenUp(flow: Flow): Flow {
  return { ...flow, name: `${flow.name}, given up`, goal: () => NOTHING_LEFT_OPEN }
}

/** What is still open; a draft of answers that were not written is none of it. */
function stillOpen({ end: { open, waiting } }: Outcome): readonly string[] {
  return [...open.map(what => `the portal still holds ${what}`), ...waiting.map(what => `${what} still waits`)]
}

/** Of a lead that is deleted nothing may be made twice, and answers that are not written are kept. */
function wrongOfDeleted({ saves }: Flow, outcome: Outcome, usual: EndState): readonly string[] {
  const { end, keepsAnswers, seen } = outcome
  const twice = (['comments', 'todos', 'notices', 'journal'] as const).filter(part => end[part].length > usual[part].length)
  const isWritten = end.comments.length === usual.comments.length || end.journal.length === usual.journal.length
  const told = [...stillOpen(outcome), ...twice.map(part => `${part}: ${end[part].length} in place of ${usual[part].length}`), ...saves && !isWritten && !keepsAnswers ? ['the answers are lost'] : []]
  return told.length > 0 ? [...told, `seen: ${seen}`] : []
}

export async function aJudge(world: World): Promise<Judge> {
  const recorded = new Map<Flow, readonly Step[]>()
  const ends = new Map<string, EndState>()

  for (const flow of FLOWS) {
    const { steps, reached, end } = await runCase(world, { flow, mishaps: [], place: 'here' })
    if (reached !== 'reached' || end.open.length + end.waiting.length > 0) throw new Error(`${flow.name} does not come to its end without any mishap`)
    recorded.set(flow, steps)
    world.mark(flow.name)
  }

  /** How the flow ends undisturbed, where others came before and after. */
  async function undisturbed(flow: Flow, around: Around): Promise<EndState> {
    const key = JSON.stringify([flow.name, around.before.map(({ name }) => name), around.after.map(({ name }) => name), around.colleague])
    const known = ends.get(key)
    if (known) return known
    const { end } = await runCase(world, { flow, mishaps: [], place: 'here' }, around)
    ends.set(key, end)
    return end
  }

  return {
    recorded,
    async judge(one) {
      const outcome = await runCase(world, one)
      if (outcome.happened.some(({ mishap }) => mishap.kind === 'deed' && mishap.deed.ends)) return wrongOfDeleted(one.flow, outcome, await undisturbed(one.flow, { before: [], after: [] }))
      const seen = `${outcome.reached}: ${outcome.seen}`
      const refused = outcome.happened.some(({ mishap }) => mishap.kind === 'deed' && mishap.deed.refuses) && !one.flow.saves && outcome.reached === 'stuck'
      if (outcome.reached !== 'reached' && !refused) return [...stillOpen(outcome), seen]
      let least: readonly string[] | undefined
      for (const around of orders(outcome.happened, one)) {
        const expected = await undisturbed(refused ? givenUp(one.flow) : one.flow, around)
        const told = unforgiven(differences(expected, outcome.end), { ...one, mishaps: outcome.happened })
        if (told.length === 0) return []
        if (least === undefined || told.length < least.length) least = told
      }
      return [...least ?? [], seen]
    },
  }
}
