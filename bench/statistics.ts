/** Numbers from repeated measuring. */

/** The middle of the values, or of the two in the middle. Throws when there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.')
  return (lower + upper) / 2
}

/** The median of `times` measurements, one after the other. */
export async function medianOf(times: number, measure: () => number | Promise<number>): Promise<number> {
  const values: number[] = []
  for (let run = 0; run < times; run++) values.push(await measure())
  return median(values)
}

/** Milliseconds of processor time that a call takes in this process. */
export function processorTime(call: () => void): number {
  const begun = process.cpuUsage()
  call()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}
