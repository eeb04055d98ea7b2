/** `npm run test:live`: asks the portal that the environment names; README.md says what to set. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Readable, Writable } from 'node:stream'
import { reach, type Reached } from '../suite/conduct.ts'
import { secretsOf, settingsFrom, Unusable, type Settings } from './environment.ts'
import { hidden } from './hidden.ts'
import { worldOf } from './world.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Passes every line on without the secrets. */
async function pass(from: Readable, to: Writable, secrets: readonly string[]): Promise<void> {
  for await (const line of createInterface({ input: from })) to.write(`${hidden(line, secrets)}\n`)
}

function announced({ key, me, lead, readable, storage, setUp }: Reached): string {
  const written = [lead !== undefined && `lead ${lead}, put back afterwards`, storage && 'what the app keeps for itself', setUp && 'fields and places, removed afterwards'].filter(part => part !== false)
  return [
    `${new URL(key.portal).host}, by ${key.kind === 'webhook' ? 'a webhook' : 'a token of the app'} of user ${me.id}${me.admin ? ', an administrator' : ''}`,
    readable === undefined ? 'there is no lead to read' : `reads lead ${readable}`,
    `writes ${written.length > 0 ? written.join('; ') : 'nothing'}.\n`,
  ].join('; ')
}

/** Exit code of the suite. */
async function run(settings: Settings): Promise<number> {
  process.stdout.write(announced(await reach(worldOf(settings))))
  const secrets = secretsOf(settings)
  const vitest = spawn(`${ROOT}node_modules/.bin/vitest`, ['run', '--config', 'vitest.live.config.ts'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number>((resolve, reject) => {
    vitest.once('error', reject)
    vitest.once('exit', code => resolve(code ?? 1))
  })
  await Promise.all([pass(vitest.stdout, process.stdout, secrets), pass(vitest.stderr, process.stderr, secrets)])
  return ended
}

/** What stopped the run before it began, as one sentence; of errors of our own the words are known to hold no address. */
function sentence(error: unknown): string {
  if (error instanceof Unusable) return error.message
  return `The portal cannot be asked: ${error instanceof Error ? error.message : 'unknown failure'}.`
}

try {
  process.exitCode = await run(settingsFrom(process.env))
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`)
  process.exitCode = 2
}
