/** Whole numbers given on the command line, such as `--leads 500`. */
import { parseArgs } from 'node:util'

/** Values by name; what is not given has its default. Throws for an unknown option and for anything but digits. */
export function numbersFrom<Name extends string>(defaults: Readonly<Record<Name, number>>, argv = process.argv.slice(2)): Record<Name, number> {
  const options = Object.fromEntries(Object.keys(defaults).map(name => [name, { type: 'string' as const }]))
  const { values } = parseArgs({ args: argv, options })
  const result: Record<Name, number> = { ...defaults }
  for (const name in result) {
    const given = values[name]
    if (given === undefined) continue
    if (typeof given !== 'string' || !/^\d+$/.test(given)) throw new Error(`--${name} takes a whole number.`)
    result[name] = Number(given)
  }
  return result
}
