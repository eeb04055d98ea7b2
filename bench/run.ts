/** `npm run bench [-- NAME …]`: runs the benchmarks, prints one table, and exits with 1 when a bar is missed. */
import { readdirSync } from 'node:fs'
import { isOver, compared, type Bench, type BenchRow } from './bench.ts'
import { printTable } from './table.ts'

const ENDING = '.bench.ts'

function isBench(value: unknown): value is Bench {
  return typeof value === 'object' && value !== null && 'name' in value && 'run' in value && typeof value.run === 'function'
}

async function load(file: string): Promise<Bench> {
  const module: unknown = await import(new URL(file, import.meta.url).href)
  if (typeof module !== 'object' || module === null || !('bench' in module) || !isBench(module.bench)) throw new Error(`bench/${file} exports no bench.`)
  return module.bench
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function cells(row: BenchRow): string[] {
  const { what, value, unit, reference, bar } = row
  return [
    `  ${what}`,
    `${shown(value)} ${unit}`,
    reference === undefined ? '' : `${shown(reference.value)} ${unit} (${reference.what})`,
    reference === undefined ? '' : `${compared(row).toFixed(2)} ×`,
    bar === undefined ? '' : `≤ ${bar}${reference === undefined ? ` ${unit}` : ' ×'}`,
    bar === undefined ? '' : isOver(row) ? 'OVER' : 'ok',
  ]
}

const wanted = process.argv.slice(2)
const files = readdirSync(new URL('.', import.meta.url)).filter(file => file.endsWith(ENDING)).sort()
const unknown = wanted.filter(name => !files.includes(name + ENDING))
if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}: there is ${files.map(file => file.slice(0, -ENDING.length)).join(', ')}.`)

const table: string[][] = [['', 'measured', 'reference', 'ratio', 'bar', '']]
const over: string[] = []
for (const file of files) {
  if (wanted.length > 0 && !wanted.includes(file.slice(0, -ENDING.length))) continue
  const bench = await load(file)
  process.stderr.write(`${bench.name} …\n`)
  const rows = await bench.run()
  table.push([bench.name], ...rows.map(cells))
  over.push(...rows.filter(isOver).map(row => `${bench.name}: ${row.what}`))
}
printTable(table)
if (over.length > 0) {
  process.stderr.write(`Over the bar: ${over.join('; ')}\n`)
  process.exitCode = 1
}
