import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printSetSchema, SCHEMA_FILE, setSchema } from '../../scripts/set-schema/set-schema.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { parsePlace, printPlace } from '../../src/domain/place.ts'
import type { PlaceSegment } from '../../src/domain/place.ts'
import { parseSetValue, SET_FORMAT } from '../../src/domain/set-codec.ts'
import { fitsSchema } from '../support/json-schema.ts'
import { anySet } from './arbitrary.ts'

const SCHEMA = setSchema()
const start = fc.oneof(anySet, fc.constantFrom(...PRESETS)).map(set => ({ format: SET_FORMAT, ...set }))

const JUNK: readonly unknown[] = [
  null, true, '', 'x', 'A', 'plus', 'Z', 'constructor', 'x'.repeat(4001), '09:30', '24:00', 'RUB', 'rub', -1, 0, 0.5, 1, 99, 3661, 1e300,
  [], [1], ['A'], ['Z'], {}, { ru: 'Слова' }, { fr: 'mots' }, { id: 'x' }, { 'Not An Id': 'any' },
]

/** Every place in a value, itself left out. */
function placesIn(value: unknown, at: readonly PlaceSegment[] = []): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => {
    const place = [...at, Array.isArray(value) ? Number(key) : key]
    return [printPlace(place), ...placesIn(entry, place)]
  })
}

/** A copy in which `change` was done to the object or list that holds the place. */
function damaged(value: unknown, place: string, change: (holder: object, key: PropertyKey) => void): unknown {
  const copy: unknown = structuredClone(value)
  const segments = parsePlace(place) ?? expect.fail(place)
  const holder = segments.slice(0, -1).reduce<unknown>((each, key) => typeof each === 'object' && each !== null ? Reflect.get(each, key) : each, copy)
  const key = segments.at(-1)
  if (typeof holder === 'object' && holder !== null && key !== undefined) change(holder, key)
  return copy
}

/** Zones and days that do not exist are words of the right form: the schema cannot tell. */
function isBeyondSchema(place: string): boolean {
  return /workingTime\.(?:zone|holidays)/.test(place)
}

describe('the JSON Schema of question sets', () => {
  it('is in step with the codec: run scripts/set-schema.ts after a change', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(printSetSchema())
  })

  it('takes every set that the codec takes, with the name of the schema, too', () => {
    fc.assert(fc.property(start, (set) => {
      expect(fitsSchema(SCHEMA, set)).toBe(true)
      expect(fitsSchema(SCHEMA, { $schema: 'question-set.schema.json', ...set })).toBe(true)
    }), { numRuns: 200 })
  })

  it('refuses what the codec refuses, and takes what it takes, whatever stands in any place', () => {
    fc.assert(fc.property(start, fc.nat(), fc.constantFrom(...JUNK), (set, at, junk) => {
      const places = placesIn(set).filter(place => !isBeyondSchema(place))
      const place = places[at % places.length] ?? 'id'
      const value = damaged(set, place, (holder, key) => { Reflect.set(holder, key, junk) })
      expect([place, fitsSchema(SCHEMA, value)]).toEqual([place, parseSetValue(value).ok])
    }), { numRuns: 2000 })
  })

  it('does so, too, where a key is missing or one too many', () => {
    fc.assert(fc.property(start, fc.nat(), fc.boolean(), (set, at, more) => {
      const places = placesIn(set).filter(place => !isBeyondSchema(place) && !place.endsWith(']'))
      const place = places[at % places.length] ?? 'id'
      const value = damaged(set, place, (holder, key) => more ? Reflect.set(holder, 'surplus', 1) : Reflect.deleteProperty(holder, key))
      expect([place, fitsSchema(SCHEMA, value)]).toEqual([place, parseSetValue(value).ok])
    }), { numRuns: 2000 })
  })
})
