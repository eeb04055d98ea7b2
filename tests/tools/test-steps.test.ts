import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { counted, playwrightCounts, vitestCounts } from '../../scripts/test/counts.ts'
import { runLane, type Step } from '../../scripts/test/step.ts'

async function reportFile(text: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'report-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const file = join(dir, 'report.json')
  await writeFile(file, text)
  return file
}

function node(title: string, code: string): Step {
  return { title, command: [process.execPath, '-e', code] }
}

describe('what a step counts for', () => {
  const VITEST = '{"numPassedTests":5,"numFailedTests":2}'

  it('is what its report says', async () => {
    expect(counted(false, { file: await reportFile(VITEST), read: vitestCounts })).toEqual({ passed: 5, failed: 2 })
    const played = '{"stats":{"expected":4,"unexpected":1,"flaky":2}}'
    expect(counted(false, { file: await reportFile(played), read: playwrightCounts })).toEqual({ passed: 4, failed: 3 })
  })

  it('is a failure when the tool failed and no test did', async () => {
    expect(counted(false, { file: await reportFile('{"numPassedTests":5,"numFailedTests":0}'), read: vitestCounts })).toEqual({ passed: 5, failed: 1 })
  })

  it.each([['broken off', '{"numPassedTests":5,'], ['of another shape', '{}']])('is a failure when its report is %s', async (_, text) => {
    const report = { file: await reportFile(text), read: vitestCounts }
    expect(counted(true, report)).toMatchObject({ passed: 0, failed: 1, problem: expect.stringContaining(report.file) as unknown })
  })

  it('is a failure when there is no report', () => {
    expect(counted(true, { file: '/nowhere/report.json', read: vitestCounts })).toMatchObject({ passed: 0, failed: 1 })
  })

  it('is nothing without a report, and a failure if the tool failed', () => {
    expect(counted(true)).toEqual({ passed: 0, failed: 0 })
    expect(counted(false)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('a lane of steps', () => {
  async function lane(...steps: readonly Step[]) {
    const parts: string[] = []
    const results = await runLane(steps, text => { parts.push(text) })
    return { parts, results }
  }

  it('prints what a step wrote to both of its streams in one piece, between its beginning and its end', async () => {
    const { parts } = await lane(node('loud', 'console.log("first"); console.error("second")'))
    expect(parts).toHaveLength(2)
    expect(parts[0]).toBe('--- loud …\n')
    expect(parts[1]).toMatch(/^\n=== loud\n(?:first\nsecond|second\nfirst)\n=== loud: ok, \d+\.\d s\n$/)
  })

  it('goes on after a step that failed, was killed, or could not be started', async () => {
    const { parts, results } = await lane(
      node('failing', 'process.exitCode = 3'),
      node('killed', 'process.kill(process.pid, "SIGKILL")'),
      { title: 'missing', command: ['no-such-tool'] },
      node('sound', ''),
    )
    expect(results.map(({ title, failed }) => [title, failed])).toEqual([['failing', 1], ['killed', 1], ['missing', 1], ['sound', 0]])
    expect(parts.join('')).toContain('ended by SIGKILL')
    expect(parts.join('')).toMatch(/no-such-tool.* ENOENT/)
  })
})
