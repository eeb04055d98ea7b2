import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { setReference } from '../../src/domain/question-set.ts'
import type { Result } from '../../src/domain/result.ts'
import { parseRun, printRun, RUN_FORMAT } from '../../src/domain/run.ts'
import type { Run } from '../../src/domain/run.ts'
import { parseSet, printSet, SET_FORMAT } from '../../src/domain/set-codec.ts'
import type { Unreadable } from '../../src/domain/stored.ts'
import { answersTo, anySet, someOf } from './arbitrary.ts'
import { answered } from './answering.ts'

const anyRun: fc.Arbitrary<Run> = fc.oneof(anySet, fc.constantFrom(...PRESETS)).chain(set => fc.record({
  id: fc.stringMatching(/^[a-z0-9]{6,32}$/),
  set: fc.integer({ min: 1, max: 999 }).map(version => setReference({ id: set.id, version })),
  at: fc.constantFrom('2026-11-23T11:00:00+03:00', '2011-01-31T23:59:59-11:30', '2026-02-28T00:00:00Z'),
  by: fc.integer({ min: 1, max: 99_999 }),
  seconds: fc.nat(),
  answers: answersTo(set),
  notes: someOf(set.questions.map(question => [question.id, fc.string({ unit: 'grapheme' })])),
  namedDate: fc.constantFrom('2027-01-11', '2026-12-31'),
  title: fc.record({ title: fc.string({ unit: 'binary' }), start: fc.string(), cut: fc.string() }),
  declared: fc.record({
    set: fc.constantFrom(setReference(set), setReference({ id: set.id, version: 999 })),
    answers: someOf(set.questions.map(question => [question.id, fc.constantFrom('yes', 'gone')])),
    strange: someOf(set.questions.map(question => [question.id, fc.string({ unit: 'binary', maxLength: 200 })])),
    confirmed: fc.subarray(set.questions.map(({ id }) => id)),
  }, { requiredKeys: ['answers', 'confirmed'] }),
}, { requiredKeys: ['id', 'set', 'at', 'by', 'seconds', 'answers', 'notes'] }))

const RUN: Run = {
  id: 'run0001', set: 'default@1', at: '2026-11-23T11:00:00+03:00', by: 1, seconds: 42,
  answers: answered({ need: 'yes', urgency: 'later/no', budget: 400_000, client_type: '?' }), notes: { need: 'wants two' },
}
const PRINTED = [...PRESETS.map(set => printSet(set)), printRun(RUN)]

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'format', 'kind', 'id', 'answers', 'questions'] as const

const junk = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', '-1', '1e400', '1e-7', '9007199254740993', '""', '[]', '{}', '"__proto__"', '"A"', '"plus"'),
    fc.string({ unit: 'binary', maxLength: 20 }).map(text => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 4 }).map(items => `[${items.join(',')}]`),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 4 }).map(all => `{${all.map(([key, value]) => `${JSON.stringify(key)}:${String(value)}`).join(',')}}`),
  ),
})).value.map(String)

/** A stored text with one scalar, object or list put in place of a scalar. */
const damaged = fc.tuple(fc.constantFrom(...PRINTED), fc.nat(), junk).map(([text, at, value]) => {
  const scalars = [...text.matchAll(/(?<=:|\[|,)(?:"(?:[^"\\]|\\.)*"(?!:)|-?\d+|true|false|null)/g)]
  const place = scalars[at % scalars.length]
  return place === undefined ? text : text.slice(0, place.index) + value + text.slice(place.index + place[0].length)
})

/** A key more, somewhere. */
const overfull = fc.tuple(fc.constantFrom(...PRINTED), fc.nat(), fc.constantFrom(...KEYS), junk).map(([text, at, key, value]) => {
  const objects = [...text.matchAll(/\{(?=")/g)]
  const place = (objects[at % objects.length]?.index ?? 0) + 1
  return `${text.slice(0, place)}${JSON.stringify(key)}:${value},${text.slice(place)}`
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json({ maxDepth: 6 }),
  junk,
  damaged,
  overfull,
  fc.tuple(fc.constantFrom(...PRINTED), fc.nat()).map(([text, at]) => text.slice(0, at % text.length)),
)

/** What was parsed, printed and parsed again is equal, and nothing of the stored value was dropped. */
function expectHonest<T>(text: string, parse: (text: string) => Result<T, Unreadable>, print: (value: T) => string): void {
  const result = parse(text)
  if (!result.ok) {
    if (result.error.kind === 'flawed') expect(result.error.flaws.length).toBeGreaterThan(0)
    return
  }
  expect(JSON.parse(print(result.value))).toEqual(JSON.parse(text))
  expect(parse(print(result.value))).toEqual(result)
}

describe('a stored text', () => {
  it.each(PRESETS.map(set => [set.id, set] as const))('of the set %s reads back equal', (_, set) => {
    expect(parseSet(printSet(set))).toEqual({ ok: true, value: set })
  })

  it('of any set reads back equal', () => {
    fc.assert(fc.property(anySet, (set) => { expect(parseSet(printSet(set))).toEqual({ ok: true, value: set }) }), { numRuns: 300 })
  })

  it('of any run reads back equal', () => {
    fc.assert(fc.property(anyRun, (run) => { expect(parseRun(printRun(run))).toEqual({ ok: true, value: run }) }), { numRuns: 300 })
  })

  it('of any kind parses whole or tells what is wrong, and never throws', () => {
    fc.assert(fc.property(anyText, (text) => {
      expectHonest(text, parseSet, printSet)
      expectHonest(text, parseRun, printRun)
    }), { numRuns: 3000 })
  })

  it.each([
    ['nothing', ''],
    ['a huge word', 'x'.repeat(2_000_000)],
    ['a huge string', JSON.stringify('x'.repeat(2_000_000))],
    ['a deep nest of lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['a deep nest where answers should be', `{"format":1,"answers":${'{"need":'.repeat(5000)}1${'}'.repeat(5000)}}`],
    ['a list of everything', `[${'{},'.repeat(50_000)}1]`],
  ])('that is %s is refused', (_, text) => {
    expect(parseSet(text).ok).toBe(false)
    expect(parseRun(text).ok).toBe(false)
  })

  it.each([
    ['a set', parseSet, printSet(PRESETS[0] ?? expect.fail()), SET_FORMAT],
    ['a run', parseRun, printRun(RUN), RUN_FORMAT],
  ])('of %s from a later version of the app is told apart from a broken one', (_, parse, text, format) => {
    const later = text.replace(`"format":${format}`, `"format":${format + 1}`)
    expect(parse(later)).toEqual({ ok: false, error: { kind: 'newer', format: format + 1 } })
    expect(parse(text.slice(1))).toEqual({ ok: false, error: { kind: 'not-json' } })
    expect(parse('{}')).toMatchObject({ ok: false, error: { kind: 'flawed' } })
  })

  it('names the place of what is wrong', () => {
    const [set] = PRESETS
    const text = JSON.stringify({ format: SET_FORMAT, ...set }).replace('"from":8,', '"from":"eight",')
    expect(parseSet(text)).toMatchObject({ ok: false, error: { kind: 'flawed', flaws: [{ path: 'questions[1].bands[1].from', received: '"eight"' }] } })
  })

  it.each([
    ['constructor', '{"constructor":{"kind":"unknown"}}'],
    ['prototype', '{"prototype":{"kind":"unknown"}}'],
    ['__proto__', '{"__proto__":{"kind":"unknown"}}'],
    ['a list', '[]'],
  ])('with %s among its answers is refused, not shortened', (_, answers) => {
    const text = printRun(RUN).replace(JSON.stringify(RUN.answers), answers)
    expect(parseRun(text)).toMatchObject({ ok: false, error: { kind: 'flawed' } })
  })
})
