/** What is printed of a sweep: how many cases, and of each that fails what is wrong and how to repeat it alone. */

export interface Failure {
  readonly name: string
  readonly wrong: readonly string[]
}

/** The one line that repeats a case alone. */
export function repeating(name: string): string {
  return `npm run sweep -- --case ${JSON.stringify(name)}`
}

export function told({ name, wrong }: Failure): string {
  return [name, ...wrong.map(line => `    ${line}`), `    ${repeating(name)}`].join('\n')
}
