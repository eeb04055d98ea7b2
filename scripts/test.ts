/**
 * `npm test`: builds and tests everything, and counts. At the end are the tests that failed, with what they said,
 * for whoever sees the end of a log only. The last line is `N passed, N failed`: tests that ran, and a step that failed
 * without a failed test (types, sizes, a crash) as one failure.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.ts'
import { playwrightCounts, vitestCounts } from './test/counts.ts'
import { runLane, type Step } from './test/step.ts'

const RESULTS = fileURLToPath(new URL('../test-results', import.meta.url))

/** Before everything else: it writes the app that the browser opens, and the types of the kit's components, without which wrong props pass unnoticed. */
const BUILD: Step = { title: 'build', command: ['tsx', 'scripts/build.ts'] }

/** Side by side: no step of a lane needs anything of the other lane, and none measures time. */
const LANES: readonly (readonly Step[])[] = [
  [
    { title: 'types', command: ['vue-tsc', '-p', '.'] },
    { title: 'size', command: ['tsx', 'scripts/size.ts'] },
    {
      title: 'unit, component, contract',
      command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${RESULTS}/vitest.json`],
      report: { file: `${RESULTS}/vitest.json`, read: vitestCounts },
    },
  ],
  [
    {
      title: 'browser',
      command: ['playwright', 'test', '--grep-invert', '@thorough'],
      report: { file: `${RESULTS}/browser.json`, read: playwrightCounts },
    },
  ],
]

function print(text: string): void {
  process.stdout.write(text)
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS)
print(`Chromium: ${ensureChromium()}\n`)
const built = await runLane([BUILD], print)
const checked = await Promise.all(LANES.map(steps => runLane(steps, print)))
const results = [...built, ...checked.flat()]
const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0)
const failed = results.filter(result => result.failed > 0)
const unsteady = results.flatMap(result => result.unsteady)
if (unsteady.length > 0) print(`\nPassed at the second attempt only:\n${unsteady.join('\n')}\n`)
if (failed.length > 0) {
  print(`\nFailed: ${failed.map(({ title }) => title).join('; ')}\n`)
  for (const { failures } of failed) for (const text of failures) print(`${text}\n`)
}
print(`\n${String(sum('passed'))} passed, ${String(sum('failed'))} failed\n`)
process.exitCode = failed.length > 0 ? 1 : 0
