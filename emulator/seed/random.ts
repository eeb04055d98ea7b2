/** A small deterministic generator (mulberry32): equal seeds give equal portals on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** from ≤ n < to */
  between(from: number, to: number): number
  pick<T>(choices: readonly [T, ...T[]]): T
  chance(probability: number): boolean
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from))
  return {
    next,
    between,
    pick: choices => choices[between(0, choices.length)] ?? choices[0],
    chance: probability => next() < probability,
  }
}
