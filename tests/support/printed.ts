/** What a test printed by `console.warn` and `console.error`, and which of it the test expects. */

class Printed {
  #lines: string[] = []

  add(line: string): void {
    this.#lines.push(line)
  }

  clear(): void {
    this.#lines = []
  }

  /** Takes out every line that matches; true when there was one. */
  take(pattern: RegExp): boolean {
    const before = this.#lines.length
    this.#lines = this.#lines.filter(line => !pattern.test(line))
    return this.#lines.length < before
  }

  unexpected(): readonly string[] {
    return this.#lines
  }
}

export const printed = new Printed()

/** Asserts that a warning or an error like this was printed so far, and makes the test not fail for it. */
export function expectPrinted(pattern: RegExp): void {
  if (!printed.take(pattern)) throw new Error(`nothing like ${String(pattern)} was printed; there is: ${JSON.stringify(printed.unexpected())}`)
}
