/** Decoding what a portal answered. */
import type { GenericSchema } from 'valibot'
import { failed } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { parse } from '../domain/stored.ts'
import type { PortalError } from './portal.ts'

/** The answer of a method in the documented shape, else `unreadable` with the places that differ (never the values: they may be personal). */
export function decode<T>(method: string, schema: GenericSchema<unknown, T>, value: unknown): Result<T, PortalError> {
  const parsed = parse(schema, value)
  if (parsed.ok) return parsed
  return failed({ kind: 'unreadable', method, code: '', description: parsed.error.flaws.map(flaw => `${flaw.path}: ${flaw.expected}`).join('; ') })
}
