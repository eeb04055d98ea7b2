/** Reading what was stored: parsing, never a cast; what does not parse is told with its place and left as it is. */
import * as v from 'valibot'
import { failed, ok } from './result.ts'
import type { Result } from './result.ts'

/** One thing that is wrong with a stored value; `path` such as `questions[2].bands[0].from`, empty for the value itself. */
export interface Flaw {
  readonly path: string
  readonly expected: string
  readonly received: string
}

/** `newer`: written by a later version of the app, `format` is its format number. */
export type Unreadable =
  | { readonly kind: 'not-json' }
  | { readonly kind: 'newer'; readonly format: number }
  | { readonly kind: 'flawed'; readonly flaws: readonly Flaw[] }

/**
 * Ids of questions, choices, rules and reasons: they become field codes, so they are short, lower case and harmless.
 * The two words are keys that valibot leaves out of every record.
 */
export const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,29}$/, 'id'), v.notValues(['constructor', 'prototype'], 'id'))

/** A finite number within bounds, both included; the bounds can be read off the schema. */
export function numberIn(minimum: number, maximum: number) {
  return v.pipe(
    v.number(),
    v.check(value => Number.isFinite(value) && value >= minimum && value <= maximum, `${minimum}–${maximum}`),
    v.metadata({ minimum, maximum }),
  )
}

/** The same, whole. */
export function wholeIn(minimum: number, maximum: number) {
  return v.pipe(
    v.number(),
    v.check(value => Number.isInteger(value) && value >= minimum && value <= maximum, `${minimum}–${maximum}`),
    v.metadata({ type: 'integer', minimum, maximum }),
  )
}

const MOST_FLAWS = 50

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, item) => {
    const key = 'key' in item ? item.key : ''
    return typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`
  }, '')
}

type Flawed = Extract<Unreadable, { kind: 'flawed' }>

/** Parses a value; at most 50 flaws are listed. */
export function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Result<T, Flawed> {
  const result = v.safeParse(schema, value)
  if (result.success) return ok(result.output)
  const flaws = result.issues.slice(0, MOST_FLAWS).map(issue => ({
    path: pathOf(issue),
    expected: issue.expected ?? issue.message,
    received: issue.received.slice(0, 80),
  }))
  return failed({ kind: 'flawed', flaws })
}

/** The place of something in the value that the parser passed over: a key of a record, an array in place of an object. */
function passedOver(value: unknown, parsed: unknown, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(value) !== Array.isArray(parsed)) return path
  const kept = new Map(Object.entries(parsed))
  for (const [key, item] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const lost = kept.has(key) ? passedOver(item, kept.get(key), at) : at
    if (lost !== undefined) return lost
  }
  return undefined
}

/**
 * Reads a value that came as JSON; the format number stands under `format` and must be the one given. What parses, parses whole: the
 * schema takes over every part of the value as it is, and a part that it would leave out is a flaw.
 */
export function parseStamped<T>(schema: v.GenericSchema<unknown, T>, format: number, value: unknown): Result<T, Exclude<Unreadable, { readonly kind: 'not-json' }>> {
  const stamped = v.safeParse(v.object({ format: v.number() }), value)
  if (stamped.success && stamped.output.format > format) return failed({ kind: 'newer', format: stamped.output.format })
  const result = parse(schema, value)
  const lost = result.ok ? passedOver(value, result.value, '') : undefined
  return lost === undefined ? result : failed({ kind: 'flawed', flaws: [{ path: lost, expected: 'nothing unknown', received: 'something unknown' }] })
}

/** Reads JSON text in the same way. */
export function parseJson<T>(schema: v.GenericSchema<unknown, T>, format: number, text: string): Result<T, Unreadable> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return failed({ kind: 'not-json' })
  }
  return parseStamped(schema, format, value)
}
