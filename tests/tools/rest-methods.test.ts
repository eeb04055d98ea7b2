import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Names of methods in the code. */
const METHOD = /'((?:crm|user|app|department|im|entity|placement)\.[a-z][a-z.]*\.(?:get|list|add|update|delete|set|bind|trigger)|(?:user|department|entity|placement)\.(?:get|add|bind)|profile)'/g

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

/** In the first column of the README's table. */
const told = (/^### REST methods\n([^]*?)\n#/m.exec(read('README.md'))?.[1] ?? '')
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .flatMap(line => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))

const sent = new Set(readdirSync(new URL('src/portal', root), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .flatMap(path => [...read(`src/portal/${path}`).matchAll(METHOD)].map(([, name = '']) => name)))

describe('the methods of the portal', () => {
  it('that the app sends are all in the README, each once, and no others', () => {
    expect([...told].sort()).toEqual([...sent].sort())
  })
})
