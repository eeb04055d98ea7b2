import { PortalError } from './errors.ts'

/** Parameters of one call as JSON or PHP's query parser made them. */
export type Params = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object; an empty list counts, because PHP has one kind of array. A list keeps its indices as keys. */
export function recordOf(value: unknown): Record<string, unknown> | undefined {
  if (isRecord(value)) return value
  if (Array.isArray(value)) return Object.fromEntries(Object.entries(value))
  return undefined
}

/** The values of a list or of an object; one scalar is a list of one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null || value === '') return []
  if (Array.isArray(value)) return value
  return isRecord(value) ? Object.values(value) : [value]
}

/** Text of a scalar; `undefined` for what is missing or no scalar. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? '1' : ''
  return undefined
}

/** A number written as number or as decimal text. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) return undefined
  return Number(value)
}

/** An id as PHP casts it: the leading integer, 0 for anything else. */
export function idOf(value: unknown): number {
  const number = Number.parseInt(textOf(value) ?? '', 10)
  return Number.isFinite(number) ? number : 0
}

export function flagOf(value: unknown): boolean | undefined {
  if (value === true || value === 1 || value === '1' || value === 'Y' || value === 'y' || value === 'true') return true
  if (value === false || value === 0 || value === '0' || value === 'N' || value === 'n' || value === 'false' || value === '' || value === null) return false
  return undefined
}

/** A parameter by its name in any of the spellings that the pages print (`id`, `ID`). */
export function param(params: Params, ...names: readonly string[]): unknown {
  for (const name of names) if (params[name] !== undefined) return params[name]
  return undefined
}

/** A parameter that a universal method declares as a whole number; code `100` for anything else, such as a reference to nothing. */
export function wholeNumber(params: Params, name: string): number {
  const text = textOf(params[name])
  if (text === undefined || !/^\s*[+-]?\d+\s*$/.test(text)) {
    throw new PortalError(400, '100', `Invalid value {${text ?? ''}} to match with parameter {${name}}. Should be value of type int.`)
  }
  return Number(text)
}

/** The universal methods' refusal of a call that lacks a parameter: code `100`. */
export function required(params: Params, ...names: readonly string[]): void {
  const missing = names.find(name => params[name] === undefined)
  if (missing !== undefined) throw new PortalError(400, '100', `Could not find value for parameter {${missing}}`)
}
