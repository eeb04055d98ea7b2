/** One line for each statement, and why those were not run that were not. Values that differ are not printed: they may be personal. */
import type { TestCase, TestModule } from 'vitest/node'
import type { Reporter } from 'vitest/reporters'

/** What comes before a diff of values, on one line. */
function firstLine(error: { readonly message: string }): string {
  return error.message.split('\n', 1)[0] ?? ''
}

export default class Report implements Reporter {
  #about = ''
  readonly #counts = { hold: 0, differ: 0, 'not run': 0 }

  onTestCaseResult(test: TestCase): void {
    const about = test.parent.type === 'suite' ? test.parent.name : ''
    if (about !== this.#about) process.stdout.write(`\n${about}\n`)
    this.#about = about
    const result = test.result()
    switch (result.state) {
      case 'passed': return this.#tell('hold', `✓ ${test.name}`)
      case 'failed': return this.#tell('differ', `✗ ${test.name}\n${result.errors.map(error => `      ${firstLine(error)}`).join('\n')}`)
      case 'skipped':
      case 'pending': return this.#tell('not run', `– ${test.name}\n      ${result.state === 'skipped' ? result.note ?? 'not run' : 'not run'}`)
    }
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    for (const error of [...modules.flatMap(one => one.errors()), ...unhandled]) process.stdout.write(`${firstLine(error)}\n`)
    process.stdout.write(`\n${Object.entries(this.#counts).map(([word, count]) => `${count} ${word}`).join(', ')}\n`)
  }

  #tell(counted: 'hold' | 'differ' | 'not run', line: string): void {
    this.#counts[counted] += 1
    process.stdout.write(`  ${line}\n`)
  }
}
