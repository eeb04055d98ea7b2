/** How many tests a step passed and failed, and which failed with what, read from the report that its tool writes. */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import * as v from 'valibot'

export interface Counts {
  readonly passed: number
  readonly failed: number
  /** One text for each failed test: its name, and below it what it said. */
  readonly failures: readonly string[]
  /** As `failures`, of tests that passed at a second attempt only. They count as passed. */
  readonly unsteady: readonly string[]
}

/** A report file and how to read it; reading throws when the report is not of its shape. */
export interface Report {
  readonly file: string
  readonly read: (json: unknown) => Counts
}

const Vitest = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({
    message: v.string(),
    name: v.string(),
    status: v.string(),
    assertionResults: v.array(v.object({ fullName: v.string(), status: v.string(), failureMessages: v.array(v.string()) })),
  })),
})

export function vitestCounts(json: unknown): Counts {
  const { numPassedTests, numFailedTests, testResults } = v.parse(Vitest, json)
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status === 'failed')
    // a file that cannot be loaded has failed without a test
    if (failed.length === 0 && status === 'failed') return [failure(relative('', name), [message])]
    return failed.map(test => failure(`${relative('', name)}: ${test.fullName}`, test.failureMessages))
  })
  return { passed: numPassedTests, failed: numFailedTests, failures, unsteady: [] }
}

interface Suite {
  readonly title: string
  readonly specs: readonly v.InferOutput<typeof Spec>[]
  readonly suites?: readonly Suite[] | undefined
}

const Spec = v.object({
  title: v.string(),
  file: v.string(),
  line: v.number(),
  tests: v.array(v.object({
    status: v.string(),
    results: v.array(v.object({ errors: v.array(v.object({ message: v.optional(v.string(), '') })) })),
  })),
})
const Suite: v.GenericSchema<unknown, Suite> = v.object({
  title: v.string(),
  specs: v.array(Spec),
  suites: v.optional(v.array(v.lazy(() => Suite))),
})
const Playwright = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  suites: v.array(Suite),
  errors: v.array(v.object({ message: v.optional(v.string(), '') })),
})

export function playwrightCounts(json: unknown): Counts {
  const { stats: { expected, unexpected, flaky }, suites, errors } = v.parse(Playwright, json)
  const specs = suites.flatMap(specsOf)
  const of = (status: string): readonly string[] => specs.flatMap(({ title, file, line, tests }) =>
    tests.filter(test => test.status === status).map(test =>
      failure(`${file}:${String(line)}: ${title}`, test.results.flatMap(result => result.errors.map(error => error.message)))))
  return {
    passed: expected + flaky,
    failed: unexpected,
    failures: [...of('unexpected'), ...errors.map(error => failure('outside of a test', [error.message]))],
    unsteady: of('flaky'),
  }
}

function specsOf(suite: Suite): readonly v.InferOutput<typeof Spec>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

function failure(name: string, messages: readonly string[]): string {
  const lines = stripVTControlCharacters(messages.join('\n')).trimEnd().split('\n')
  return [name, ...lines.map(line => `    ${line}`.trimEnd())].join('\n')
}

export interface Counted extends Counts {
  /** Why the report could not be counted. */
  readonly problem?: string
}

/** What a step that is over counts for. One that failed without a failed test, or left no readable report, is one failure. */
export function counted(ok: boolean, report?: Report): Counted {
  const alone: Counts = { passed: 0, failed: ok ? 0 : 1, failures: [], unsteady: [] }
  if (report === undefined) return alone
  try {
    const counts = report.read(JSON.parse(readFileSync(report.file, 'utf8')))
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } catch (error) {
    return { ...alone, failed: 1, problem: `${report.file} cannot be read: ${String(error)}` }
  }
}
