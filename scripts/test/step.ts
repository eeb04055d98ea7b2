/** One step of `npm test`: a tool in a process of its own, its output held back until it ends. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { counted, type Counts, type Report } from './counts.ts'

export interface Step {
  readonly title: string
  /** A tool of `node_modules/.bin`, or its path, and what it is given. */
  readonly command: readonly [tool: string, ...parameters: string[]]
  readonly report?: Report
}

export interface Result extends Counts {
  readonly title: string
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BIN = `${ROOT}node_modules/.bin`

interface Ended {
  readonly ok: boolean
  readonly output: string
}

/** Runs to the end whatever happens: a tool that cannot be started, or that is killed, has failed, and its output says why. */
function ended([tool, ...parameters]: Step['command']): Promise<Ended> {
  return new Promise((resolve) => {
    const output: string[] = []
    const child = spawn(tool.includes('/') ? tool : `${BIN}/${tool}`, parameters, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { output.push(part) })
    child.on('error', (error) => { resolve({ ok: false, output: `${output.join('')}${error.message}\n` }) })
    child.on('close', (code, signal) => {
      if (signal !== null) output.push(`\nended by ${signal}\n`)
      resolve({ ok: code === 0, output: output.join('') })
    })
  })
}

/** Says that the step begins, and at its end all of its output at once, so that steps side by side do not mix. */
export async function runStep(step: Step, print: (text: string) => void): Promise<Result> {
  const { title, command, report } = step
  print(`--- ${title} …\n`)
  const begun = Date.now()
  const { ok, output } = await ended(command)
  const { problem, ...counts } = counted(ok, report)
  const verdict = ok && counts.failed === 0 ? 'ok' : 'FAILED'
  const lines = [`\n=== ${title}`, output.trimEnd(), problem ?? '', `=== ${title}: ${verdict}, ${((Date.now() - begun) / 1000).toFixed(1)} s`]
  print(`${lines.filter(line => line !== '').join('\n')}\n`)
  return { title, ...counts }
}

/** The steps of a lane one after the other, none of them skipped. */
export async function runLane(steps: readonly Step[], print: (text: string) => void): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const step of steps) results.push(await runStep(step, print))
  return results
}
