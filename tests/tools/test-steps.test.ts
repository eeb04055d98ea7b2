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

function vitestReport(passed: number, ...failed: readonly string[]): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed.length,
    testResults: [{
      name: join(process.cwd(), 'tests/a.test.ts'),
      status: failed.length > 0 ? 'failed' : 'passed',
      message: '',
      assertionResults: [
        { fullName: 'a sound one', status: 'passed', failureMessages: [] },
        ...failed.map(fullName => ({ fullName, status: 'failed', failureMessages: ['\u001b[31mexpected 1\u001b[0m\nto be 2'] })),
      ],
    }],
  })
}

function browserTest(title: string, status: string, ...messages: readonly string[]) {
  return { title, file: 'b.test.ts', line: 7, tests: [{ status, results: messages.map(message => ({ errors: [{ message }] })) }] }
}

const NOTHING = { failures: [], unsteady: [] }

describe('what a step counts for', () => {
  it('is what the report of Vitest says, and which tests failed with what', async () => {
    const report = { file: await reportFile(vitestReport(5, 'counts', 'adds')), read: vitestCounts }
    expect(counted(false, report)).toEqual({
      passed: 5,
      failed: 2,
      failures: ['tests/a.test.ts: counts\n    expected 1\n    to be 2', 'tests/a.test.ts: adds\n    expected 1\n    to be 2'],
      unsteady: [],
    })
  })

  it('is a failure with the name of a file that could not be loaded', async () => {
    const broken = { name: join(process.cwd(), 'tests/c.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] }
    const report = { file: await reportFile(JSON.stringify({ numPassedTests: 5, numFailedTests: 0, testResults: [broken] })), read: vitestCounts }
    expect(counted(false, report)).toEqual({ passed: 5, failed: 1, failures: ['tests/c.test.ts\n    no such module'], unsteady: [] })
  })

  it('is what the report of Playwright says, and which tests failed or needed a second attempt', async () => {
    const suites = [{
      title: 'b.test.ts',
      specs: [browserTest('passes', 'expected'), browserTest('wavers', 'flaky', 'too late')],
      suites: [{ title: 'a card', specs: [browserTest('breaks', 'unexpected', 'first', 'second')] }],
    }]
    const played = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1 }, suites, errors: [] })
    expect(counted(false, { file: await reportFile(played), read: playwrightCounts })).toEqual({
      passed: 5,
      failed: 1,
      failures: ['b.test.ts:7: breaks\n    first\n    second'],
      unsteady: ['b.test.ts:7: wavers\n    too late'],
    })
  })

  it('is a failure when the tool failed and no test did', async () => {
    expect(counted(false, { file: await reportFile(vitestReport(5)), read: vitestCounts })).toEqual({ passed: 5, failed: 1, ...NOTHING })
  })

  it.each([['broken off', '{"numPassedTests":5,'], ['of another shape', '{}']])('is a failure when its report is %s', async (_, text) => {
    const report = { file: await reportFile(text), read: vitestCounts }
    expect(counted(true, report)).toMatchObject({ passed: 0, failed: 1, problem: expect.stringContaining(report.file) as unknown })
  })

  it('is a failure when there is no report', () => {
    expect(counted(true, { file: '/nowhere/report.json', read: vitestCounts })).toMatchObject({ passed: 0, failed: 1 })
  })

  it('is nothing without a report, and a failure if the tool failed', () => {
    expect(counted(true)).toEqual({ passed: 0, failed: 0, ...NOTHING })
    expect(counted(false)).toEqual({ passed: 0, failed: 1, ...NOTHING })
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
