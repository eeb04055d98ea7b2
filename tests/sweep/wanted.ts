/** Which cases are run: a part in `npm test`, and what `npm run sweep` asks for. */
import { chosenCases, nameOfCase, randomCases, systematicCases } from './cases.ts'
import type { Recorded } from './cases.ts'
import type { Case } from './run-case.ts'

export interface NamedCase {
  readonly name: string
  readonly one: Case
}

/** What `npm run sweep` hands over: all cases with this seed, the share `part` of `parts` of them, or one by its name. */
export interface Wish {
  readonly seed?: string | undefined
  readonly part?: string | undefined
  readonly parts?: string | undefined
  readonly name?: string | undefined
}

/** One of so many of the systematic cases is always run. */
const ONE_OF = 7
/** Cases with several mishaps for each seed. */
const RANDOM = 3_000
const OF_SEED = /^seed (\d+), (\d+) \| /

function named(cases: readonly Case[]): readonly NamedCase[] {
  return cases.map(one => ({ name: nameOfCase(one), one }))
}

function ofSeed(recorded: Recorded, seed: number): readonly NamedCase[] {
  return named(randomCases(recorded, seed, RANDOM)).map(({ name, one }, at) => ({ name: `seed ${seed}, ${at + 1} | ${name}`, one }))
}

export function wantedCases(recorded: Recorded, { seed, part, parts, name }: Wish): readonly NamedCase[] {
  if (name !== undefined) {
    const given = OF_SEED.exec(name)?.[1]
    const found = (given === undefined ? named(systematicCases(recorded)) : ofSeed(recorded, Number(given))).filter(one => one.name === name)
    if (found.length === 0) throw new Error(`there is no case ${name}`)
    return found
  }
  if (seed === undefined) return named(chosenCases(recorded, ONE_OF))
  const all = [...named(systematicCases(recorded)), ...ofSeed(recorded, Number(seed))]
  return all.filter((_, at) => at % Number(parts ?? 1) === Number(part ?? 0))
}
