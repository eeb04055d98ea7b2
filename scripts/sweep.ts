/** `npm run sweep -- --seed N`: every mishap at every step, and several at once by this seed; `--case "…"`: one of them. */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

const MOST_PARTS = 4

const { values: { seed, case: name } } = parseArgs({ options: { seed: { type: 'string', default: '1' }, case: { type: 'string' } } })
if (!/^\d{1,9}$/.test(seed)) throw new Error('--seed takes a whole number.')

/** Sweeps of what is not done in a lead card; the first share has them besides. */
const BESIDES = ['install', 'set-up', 'publishing', 'form-leads'].map(name => `tests/sweep/${name}.test.ts`)

/** Runs a share of the cases; resolves with whether all is well. */
function run(wish: Readonly<Record<string, string>>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['vitest', 'run', '--project', 'sweep', '--testTimeout', '3600000', 'tests/sweep/sweep.test.ts', ...wish['SWEEP_PART'] === '0' ? BESIDES : []], { env: { ...process.env, ...wish }, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => { resolve(code === 0) })
  })
}

const parts = name === undefined ? Math.min(availableParallelism(), MOST_PARTS) : 1
const wishes = Array.from({ length: parts }, (_, part) => name === undefined ? { SWEEP_SEED: seed, SWEEP_PART: String(part), SWEEP_PARTS: String(parts) } : { SWEEP_CASE: name })
const results = await Promise.all(wishes.map(run))
process.stdout.write(name === undefined ? `seed ${seed}\n` : '')
process.exitCode = results.every(Boolean) ? 0 : 1
