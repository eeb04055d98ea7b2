/** How many tests a step passed and failed, read from the report that its tool writes. */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

/** A report file and how to read it; reading throws when the report is not of its shape. */
export interface Report {
  readonly file: string
  readonly read: (json: unknown) => Counts
}

const Vitest = v.object({ numPassedTests: v.number(), numFailedTests: v.number() })
const Playwright = v.object({ stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }) })

export function vitestCounts(json: unknown): Counts {
  const { numPassedTests, numFailedTests } = v.parse(Vitest, json)
  return { passed: numPassedTests, failed: numFailedTests }
}

export function playwrightCounts(json: unknown): Counts {
  const { stats: { expected, unexpected, flaky } } = v.parse(Playwright, json)
  return { passed: expected, failed: unexpected + flaky }
}

export interface Counted extends Counts {
  /** Why the report could not be counted. */
  readonly problem?: string
}

/** What a step that is over counts for. One that failed without a failed test, or left no readable report, is one failure. */
export function counted(ok: boolean, report?: Report): Counted {
  if (report === undefined) return { passed: 0, failed: ok ? 0 : 1 }
  try {
    const counts = report.read(JSON.parse(readFileSync(report.file, 'utf8')))
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } catch (error) {
    return { passed: 0, failed: 1, problem: `${report.file} cannot be read: ${String(error)}` }
  }
}
