/** Asking a portal, and reading what it answers without printing what it holds. */
import * as v from 'valibot'
import type { Command, Replies, Reply } from '../../../src/portal/portal.ts'
import { NotRun, type Given, type Params, type Rest } from './statement.ts'

/** An id that no portal has given out. */
export const NOBODY = 2_000_000_000

/** What the app's port gives for several commands as one request. */
export async function replies<K extends string>({ portal }: Given, commands: Readonly<Record<K, Command>>, halt = false): Promise<Replies<K>> {
  const sent = await portal.send(commands, { halt })
  if (!sent.ok) throw new Error(`the batch has no answer: ${sent.error.kind} ${sent.error.code}`)
  return sent.value
}

/** The value of a reply; a scope that was not given is a reason not to run. */
export function valueIn(reply: Reply): unknown {
  if (reply.ok) return reply.value
  const { kind, method, code } = reply.error
  if (kind === 'missing-scope') throw new NotRun(`the scope of ${method} was not given`)
  throw new Error(`${method}: ${kind} ${code}`)
}

/** What one command of the app gives. */
export async function valueOf(given: Given, command: Command): Promise<unknown> {
  return valueIn((await replies(given, { one: command }, true)).one)
}

/** The value in the stated shape. Throws with the places that differ, never with what is there: it may be personal. */
export function shaped<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  throw new Error(parsed.issues.map(issue => `${v.getDotPath(issue) ?? 'the answer'}: ${issue.expected ?? issue.type} expected`).join('; '))
}

const Refusal = v.object({ error: v.string(), error_description: v.string() })

/** HTTP status and code of a refusal; throws when there is none. */
export async function refusalOf(rest: Rest, method: string, params: Params): Promise<{ readonly http: number; readonly code: string }> {
  const { http, body } = await rest(method, params)
  return { http, code: shaped(Refusal, body).error }
}

const Success = v.object({ result: v.unknown(), time: v.object({ start: v.number(), date_start: v.string() }) })

/** The `result` of a success. */
export async function resultOf(rest: Rest, method: string, params: Params): Promise<unknown> {
  const { http, body } = await rest(method, params)
  const refused = v.safeParse(Refusal, body)
  if (refused.success && refused.output.error === 'insufficient_scope') throw new NotRun(`the scope of ${method} was not given`)
  if (refused.success) throw new Error(`${method}: HTTP ${http} ${refused.output.error}`)
  return shaped(Success, body).result
}

/** Everything that a list method gives, as it is on the wire. */
export const Rows = v.array(v.record(v.string(), v.unknown()))
export const Whole = v.pipe(v.string(), v.regex(/^\d+$/, 'digits'))
export const Flag = v.picklist(['Y', 'N'])
/** An instant with the portal's offset. */
export const Instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/, 'instant with offset'))
