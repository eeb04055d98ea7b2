/** How much of a sweep is always run. */

/** One of so many; every step meets more mishaps than that, so that each has its turn. */
const ONE_OF = 10

/** All cases with `npm run sweep`, every tenth in `npm test`. */
export function shareOf<T>(cases: readonly T[]): readonly T[] {
  return process.env['SWEEP_SEED'] === undefined ? cases.filter((_, index) => index % ONE_OF === 0) : cases
}
