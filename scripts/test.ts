/**
 * `npm test`: builds, checks and tests everything, and counts. The last line is `N passed, N failed`: tests that ran,
 * and a step that failed without a failed test (types, lint, sizes, a crash) as one failure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { ensureChromium } from './chromium.ts'

interface Counts {
  readonly passed: number
  readonly failed: number
}

interface Step {
  readonly title: string
  readonly command: readonly [tool: string, ...parameters: string[]]
  /** Counts of the step's own report, where it writes one. */
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Counts }
}

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const RESULTS = `${ROOT}test-results`

const VitestReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number() })
const PlaywrightReport = v.object({ stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }) })

function vitestCounts(json: unknown): Counts {
  const { numPassedTests, numFailedTests } = v.parse(VitestReport, json)
  return { passed: numPassedTests, failed: numFailedTests }
}

function playwrightCounts(json: unknown): Counts {
  const { stats: { expected, unexpected, flaky } } = v.parse(PlaywrightReport, json)
  return { passed: expected, failed: unexpected + flaky }
}

/** The build comes first: it writes the types of the kit's components, without which wrong props pass unnoticed. */
const STEPS: readonly Step[] = [
  { title: 'build', command: ['tsx', 'scripts/build.ts'] },
  { title: 'types', command: ['vue-tsc', '-p', '.'] },
  { title: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  {
    title: 'unit, component, contract',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${RESULTS}/vitest.json`],
    report: { file: `${RESULTS}/vitest.json`, read: vitestCounts },
  },
  { title: 'size', command: ['tsx', 'scripts/size.ts'] },
  {
    title: 'browser',
    command: ['playwright', 'test'],
    report: { file: `${RESULTS}/browser.json`, read: playwrightCounts },
  },
]

function counted({ report }: Step, ok: boolean): Counts {
  const none: Counts = { passed: 0, failed: 0 }
  const counts = report !== undefined && existsSync(report.file) ? report.read(JSON.parse(readFileSync(report.file, 'utf8'))) : none
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function run(step: Step): Counts {
  process.stdout.write(`\n=== ${step.title}\n`)
  const begun = Date.now()
  const [tool, ...parameters] = step.command
  const { status } = spawnSync(`${ROOT}node_modules/.bin/${tool}`, parameters, { cwd: ROOT, stdio: 'inherit' })
  process.stdout.write(`=== ${step.title}: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - begun) / 1000).toFixed(1)} s\n`)
  return counted(step, status === 0)
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS)
process.stdout.write(`Chromium: ${ensureChromium()}\n`)
const results = STEPS.map(step => ({ title: step.title, ...run(step) }))
const total = (key: keyof Counts): number => results.reduce((sum, result) => sum + result[key], 0)
const bad = results.filter(result => result.failed > 0)
if (bad.length > 0) process.stdout.write(`\nFailed: ${bad.map(result => result.title).join('; ')}`)
process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`)
process.exitCode = bad.length > 0 ? 1 : 0
