import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const Names = v.record(v.string(), v.string())
const Package = v.object({ dependencies: Names, devDependencies: Names })

function read(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
}

/** The rows of the tables of the README's section on dependencies: packages and the reason for them. */
const rows = (/^### Dependencies\n([^]*?)\n#/m.exec(read('README.md'))?.[1] ?? '')
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map((line) => {
    const [, names = '', reason = ''] = line.split('|')
    return { packages: [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name), reason: reason.trim() }
  })

const named = rows.flatMap(({ packages }) => packages)
const { dependencies, devDependencies } = v.parse(Package, JSON.parse(read('package.json')))

describe('the dependencies', () => {
  it('are all named in the README, each once, and no others', () => {
    expect([...named].sort()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].sort())
  })

  it('have a reason each', () => {
    expect(rows.filter(({ reason }) => reason.length < 5)).toEqual([])
  })

  it('that ship stand before the others', () => {
    const shipped = Object.keys(dependencies)
    expect([...named.slice(0, shipped.length)].sort()).toEqual([...shipped].sort())
  })

  it('have exact versions', () => {
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
