import { Page } from './context.ts'
import { PortalError, systemError } from './errors.ts'
import { flagOf, isRecord, recordOf, textOf, type Params } from './params.ts'
import { isGapless, parsePhpQuery, type PhpValue } from './php-query.ts'

/** Commands of one batch that are run at most (`settings/how-to-call-rest-api/batch.md`). */
const LONGEST = 50

/** Stands for a command whose answer is lost: neither a result nor an error is reported for it. */
export const LOST = Symbol('lost')

export interface Command {
  readonly key: string
  readonly method: string
  readonly query: string
}

export function commandsOf(params: Params): Command[] {
  return Object.entries(recordOf(keyed(params, 'cmd')) ?? {}).map(([key, text]) => {
    const line = textOf(text) ?? ''
    const mark = line.indexOf('?')
    return {
      key,
      method: (mark < 0 ? line : line.slice(0, mark)).replace(/^\/+/, '').replace(/\.json$/, '').toLowerCase(),
      query: mark < 0 ? '' : line.slice(mark + 1),
    }
  })
}

/** How a batch runs one command: `call` throws `PortalError`, anything else ends the batch; `timed` starts a watch that is read at the end. */
export interface CommandRunner {
  call(method: string, params: Params): unknown
  timed(method: string): () => unknown
}

/** Runs commands in order. */
export function runBatch(params: Params, runner: CommandRunner): unknown {
  const results = new Map<string, unknown>()
  const errors = new Map<string, unknown>()
  const totals = new Map<string, number>()
  const nexts = new Map<string, number>()
  const times = new Map<string, unknown>()
  const halt = flagOf(keyed(params, 'halt')) ?? false

  for (const [at, command] of commandsOf(params).entries()) {
    const time = runner.timed(command.method)
    try {
      if (at >= LONGEST) throw systemError.longBatch()
      if (command.method === 'batch') throw systemError.nestedBatch()
      const outcome = runner.call(command.method, withReferences(parsePhpQuery(command.query), results))
      if (outcome === LOST) continue
      if (outcome instanceof Page) {
        totals.set(command.key, outcome.total)
        if (outcome.next !== undefined) nexts.set(command.key, outcome.next)
      }
      results.set(command.key, outcome instanceof Page ? outcome.result : outcome)
      times.set(command.key, time())
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      errors.set(command.key, error.body())
      if (halt) break
    }
  }
  return {
    result: phpMap(results),
    result_error: phpMap(errors),
    result_total: phpMap(totals),
    result_next: phpMap(nexts),
    result_time: phpMap(times),
  }
}

function keyed(params: Params, name: string): unknown {
  const key = Object.keys(params).find(one => one.toLowerCase() === name)
  return key === undefined ? undefined : params[key]
}

/** PHP's JSON: an empty map and a map with keys 0…n print as lists. */
function phpMap(map: ReadonlyMap<string, unknown>): unknown {
  return isGapless([...map.keys()]) ? [...map.values()] : Object.fromEntries(map)
}

const REFERENCE = /\$result((?:\[[^\]]+\])+)/g

function withReferences(params: Record<string, PhpValue>, results: ReadonlyMap<string, unknown>): Params {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, substituted(value, results)]))
}

/** A value that is one reference keeps the type of what it names; inside a text its text is put in. What is not there is empty. */
function substituted(value: PhpValue, results: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map(one => substituted(one, results))
  if (typeof value !== 'string') return withReferences(value, results)
  if (!value.includes('$result[')) return value
  const whole = /^\$result((?:\[[^\]]+\])+)$/.exec(value)
  if (whole) return referred(whole[1] ?? '', results) ?? ''
  return value.replace(REFERENCE, (_, path: string) => textOf(referred(path, results)) ?? '')
}

function referred(path: string, results: ReadonlyMap<string, unknown>): unknown {
  const [first = '', ...keys] = path.slice(1, -1).split('][')
  return keys.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }, results.get(first))
}
