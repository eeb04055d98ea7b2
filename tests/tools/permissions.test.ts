/** What the app asks of a portal, and what its pages say of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scopesOf } from '../../emulator/rest/scopes.ts'
import { NEEDED_SCOPES, scopesMissing, WANTED_SCOPES } from '../../src/portal/setup/scopes.ts'
import { filesBelow, ROOT } from '../support/imports.ts'

const SCOPES: readonly string[] = [...NEEDED_SCOPES, ...WANTED_SCOPES]
/** Calls that no permission is needed for (`api-reference/common/`), and the envelope of a request. */
const FREE = ['profile', 'scope', 'app.info', 'app.option.get', 'app.option.set', 'user.option.set']
const ENVELOPE = 'batch'

/** Every method that a command of the app names. */
function methodsInCode(): readonly string[] {
  const commands = /method: '([a-z][\w.]*)'/g
  const found = filesBelow('src').flatMap(file => [...readFileSync(join(ROOT, file), 'utf8').matchAll(commands)].map(([, method = '']) => method))
  return [...new Set(found)].filter(method => method !== ENVELOPE).sort()
}

/** The smallest permission that opens it; an empty text where none is needed. */
function scopeOf(method: string): string {
  if (FREE.includes(method)) return ''
  const opening = scopesOf(method)
  return SCOPES.find(scope => opening.includes(scope)) ?? `nothing known of ${method}`
}

/** Rows of the first table after a heading, each as its cells. */
function rowsBelow(page: string, heading: string): readonly (readonly string[])[] {
  const [, text = ''] = readFileSync(join(ROOT, page), 'utf8').split(`\n${heading}\n`)
  const lines = text.split('\n')
  const from = lines.findIndex(line => line.startsWith('|'))
  const rows = lines.slice(from, lines.findIndex((line, at) => at > from && !line.startsWith('|')))
  return rows.slice(2).map(row => row.split('|').slice(1, -1).map(cell => cell.trim()))
}

function namesIn(cell: string | undefined): readonly string[] {
  return [...(cell ?? '').matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name)
}

describe('the permissions of the app', () => {
  it('are exactly those that its requests need', () => {
    const needed = new Set(methodsInCode().map(scopeOf).filter(scope => scope !== ''))
    expect([...needed].sort()).toEqual([...SCOPES].sort())
  })

  it('are those that the page for administrators lists, each once', () => {
    expect(rowsBelow('docs/install.md', '## Permissions').flatMap(([first]) => namesIn(first))).toEqual(SCOPES)
  })

  it('are given by a larger one, too', () => {
    expect(scopesMissing([...NEEDED_SCOPES, ...WANTED_SCOPES], ['crm', 'placement', 'user', 'im'])).toEqual(['department', 'entity'])
    expect(scopesMissing(WANTED_SCOPES, ['user_basic', 'department', 'im', 'entity'])).toEqual([])
  })
})

describe('the table of REST methods', () => {
  const rows = rowsBelow('README.md', '### REST methods')

  it('has every method that the code uses, and no other', () => {
    expect(rows.flatMap(([first]) => namesIn(first)).sort()).toEqual(methodsInCode())
  })

  it('names the permission that each needs', () => {
    const wrong = rows.flatMap(([methods, scope]) => namesIn(methods).filter(method => (scopeOf(method) || 'basic') !== scope))
    expect(wrong).toEqual([])
  })
})
