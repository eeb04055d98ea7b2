import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultIn } from '../../src/domain/json-scan.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { LARGEST_FILE, nameOfSetFile, parseSetFile, printSetFile } from '../../src/domain/set-file.ts'
import type { FileProblem } from '../../src/domain/set-file.ts'
import { anySet } from './arbitrary.ts'

const FILE = printSetFile(DEFAULT_SET)

function problemsOf(text: string): readonly FileProblem[] {
  const result = parseSetFile(text)
  return result.ok ? [] : result.error
}

describe('the file of a set', () => {
  it('reads back equal', () => {
    fc.assert(fc.property(fc.oneof(anySet, fc.constantFrom(...PRESETS)), (set) => {
      expect(parseSetFile(printSetFile(set))).toEqual({ ok: true, value: set })
    }), { numRuns: 200 })
  })

  it('is named after the set and its version, names its schema and is laid out for people', () => {
    expect(nameOfSetFile({ id: 'default', version: 3 })).toBe('default-3.json')
    expect(FILE).toMatch(/^\{\n {2}"\$schema": "question-set\.schema\.json",\n {2}"format": 1,\n/)
  })

  it('is read without the schema’s name and with a byte order mark', () => {
    expect(parseSetFile(`\uFEFF${FILE.replace(/^ {2}"\$schema".*\n/m, '')}`)).toEqual({ ok: true, value: DEFAULT_SET })
  })

  it.each<readonly [string, string, readonly unknown[]]>([
    ['that is empty', '', [{ kind: 'not-json', line: 1, column: 1 }]],
    ['that breaks off', FILE.slice(0, FILE.indexOf('"version"')), [{ kind: 'not-json', line: 4, column: 3 }]],
    ['with a comma too many', FILE.replace('"format": 1,', '"format": 1,,'), [{ kind: 'not-json', line: 3, column: 15 }]],
    ['with something behind it', `${FILE}x`, [{ kind: 'not-json', line: FILE.split('\n').length, column: 1 }]],
    ['with a key twice', FILE.replace('"version": 1', '"version": 1, "version": 2'), [expect.objectContaining({ kind: 'double-key', key: 'version' })]],
    ['with a prototype', FILE.replace('"format": 1,', '"format": 1,\n"__proto__": {},'), [{ kind: 'forbidden-key', key: '__proto__', line: 4, column: 1 }]],
    ['with a prototype in escapes', FILE.replace('"format": 1,', '"format": 1, "\\u005f_proto__": {},'), [expect.objectContaining({ kind: 'forbidden-key', key: '__proto__' })]],
    ['that nests without end', '['.repeat(100_000), [{ kind: 'too-deep', line: 1, column: 21 }]],
    ['that is too large', JSON.stringify('x'.repeat(LARGEST_FILE)), [{ kind: 'too-large', bytes: LARGEST_FILE + 2, most: LARGEST_FILE }]],
    ['that is too large in UTF-8', JSON.stringify('ы'.repeat(LARGEST_FILE / 2)), [{ kind: 'too-large', bytes: LARGEST_FILE + 2, most: LARGEST_FILE }]],
    ['of a later format', FILE.replace('"format": 1', '"format": 2'), [{ kind: 'newer', format: 2 }]],
    ['of something else', '{"name": "x"}', [expect.objectContaining({ kind: 'wrong' })]],
    ['that is a list', '[]', [expect.objectContaining({ kind: 'wrong', path: 'format' })]],
    ['with a number beyond numbers', FILE.replace('"to": null', '"to": 1e400'), [expect.objectContaining({ kind: 'wrong', path: 'questions[1].bands[2].to' })]],
    ['whose schema is no name', FILE.replace('"question-set.schema.json"', '7'), [expect.objectContaining({ kind: 'wrong', path: '$schema' })]],
  ])('%s is refused, with the place', (_, text, problems) => {
    const found = problemsOf(text)
    expect(found.slice(0, problems.length)).toEqual(problems)
  })

  it('tells all that is wrong at once', () => {
    const paths = problemsOf(FILE.replace('"style": "code"', '"style": "nice"').replace('"letters": 3', '"letters": 9')).map(each => each.kind === 'wrong' ? each.path : each.kind)
    expect(paths).toEqual(['style', 'letters'])
  })

  it('of any text is read or refused, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.nat(FILE.length).map(at => FILE.slice(0, at))), (text) => {
      expect(parseSetFile(text).ok || problemsOf(text).length > 0).toBe(true)
    }))
  })
})

describe('the scan of a JSON text', () => {
  const alike = (text: string): boolean => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }

  it('finds fault exactly where the language’s own parser does', () => {
    const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '1', '-', '01', '1.5e3', '.5', 'true', 'nul', ' ', '\n', '\t', '"\\u00e9"', '"\\x"', '"\u0001"', '"\u0085"', '\u00a0'), { maxLength: 8 })
      .map(all => all.join(''))
    const valid = fc.json({ maxDepth: 5 })
    const broken = fc.tuple(valid, fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\')).map(([text, at, piece]) => {
      const index = at % (text.length + 1)
      return text.slice(0, index) + piece + text.slice(index + 1)
    })
    fc.assert(fc.property(fc.oneof(pieces, valid, broken, fc.string({ unit: 'binary' })), (text) => {
      const fault = faultIn(text, 1000)
      fc.pre(fault?.kind !== 'double-key' && fault?.kind !== 'forbidden-key')
      expect(fault === undefined).toBe(alike(text))
    }), { numRuns: 5000 })
  })

  it('goes through a megabyte of one string', () => {
    expect(faultIn(JSON.stringify('\\"ы'.repeat(200_000)), 20)).toBeUndefined()
  })
})
