/** What one benchmark is and what it tells. */

export interface BenchRow {
  readonly what: string
  /** The measured value, a median where there were several runs. */
  readonly value: number
  readonly unit: string
  /** What it is compared with, measured in the same run. */
  readonly reference?: { readonly what: string; readonly value: number }
  /** At most this: the ratio to the reference if there is one, else the value. */
  readonly bar?: number
}

/** A file `bench/<name>.bench.ts` exports one of these as `bench`. */
export interface Bench {
  readonly name: string
  run(): BenchRow[] | Promise<BenchRow[]>
}

/** What the bar is compared with. */
export function compared({ value, reference }: BenchRow): number {
  return reference === undefined ? value : value / reference.value
}

/** A value that is not a number is over every bar. */
export function isOver(row: BenchRow): boolean {
  return row.bar !== undefined && !(compared(row) <= row.bar)
}
