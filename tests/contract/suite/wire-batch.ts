/** A batch as it goes over the wire, without the SDK. */
import * as v from 'valibot'
import type { Command, Param } from '../../../src/portal/portal.ts'
import { resultOf, shaped } from './asking.ts'
import type { Rest } from './statement.ts'

function pairs(name: string, value: Param): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
  return Object.entries(value).flatMap(([key, inner]: readonly [string, Param]) => pairs(`${name}[${key}]`, inner))
}

/** `method?a=1&b[0]=2`, as PHP reads it (`settings/how-to-call-rest-api/batch.md`). */
export function commandLine({ method, params }: Command): string {
  return `${method}?${Object.entries(params).flatMap(([name, value]) => pairs(name, value)).join('&')}`
}

const Named = v.union([v.pipe(v.array(v.unknown()), v.maxLength(0)), v.record(v.string(), v.unknown())])
const Outcome = v.object({ result: Named, result_error: Named, result_total: Named, result_next: Named, result_time: Named })

/** Results and errors by the key of their command; an empty map comes as a list. */
export async function wireBatch(rest: Rest, commands: Readonly<Record<string, Command>>, halt: boolean): Promise<v.InferOutput<typeof Outcome>> {
  const cmd = Object.fromEntries(Object.entries(commands).map(([key, command]) => [key, commandLine(command)]))
  return shaped(Outcome, await resultOf(rest, 'batch', { halt: halt ? 1 : 0, cmd }))
}
