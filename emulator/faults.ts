import { isRecord, numberOf, textOf } from './rest/params.ts'

/** Concern one call, alone or a command of a batch. */
const CALL_KINDS = ['403', '429', '500', 'no-result', 'empty', 'stale', 'drop-field'] as const
/** Concern the whole request, even if only one command of a batch is named. */
const REQUEST_KINDS = ['401', '503', 'cut', 'hang', 'slow', 'html', 'no-time', 'no-cors', 'twice', 'late'] as const

export type CallFault = (typeof CALL_KINDS)[number]
export type RequestFault = (typeof REQUEST_KINDS)[number]
export type When = 'before' | 'after'

export interface Fault<Kind = CallFault | RequestFault> {
  /** Wire name, or `*` for any. */
  readonly method: string
  readonly kind: Kind
  /** `before`: the method does not run; `after`: it ran, and its answer is spoilt. */
  readonly when: When
  readonly user: string | undefined
  /** For `drop-field`: which field of `fields` or `options`, or which parameter; the last one unless named. */
  readonly field: string | undefined
}

export interface Faults {
  set(faults: readonly (Fault & { readonly times: number })[]): void
  takeCall(method: string, user: string, when: When): Fault<CallFault> | undefined
  takeRequest(methods: readonly string[], user: string | null, when: When): Fault<RequestFault> | undefined
  left(): readonly unknown[]
}

export function createFaults(): Faults {
  let armed: { readonly fault: Fault, times: number }[] = []

  function take(methods: readonly string[], user: string | null, when: When, kinds: readonly string[]): Fault | undefined {
    const found = armed.find(({ fault, times }) => times > 0
      && kinds.includes(fault.kind)
      && (isShaping(fault.kind) ? when === 'before' : fault.when === when)
      && (fault.method === '*' || methods.includes(fault.method))
      && (fault.user === undefined || fault.user === user))
    if (!found) return undefined
    found.times -= 1
    return found.fault
  }

  return {
    set: (faults) => { armed = faults.map(({ times, ...fault }) => ({ fault, times })) },
    takeCall(method, user, when) {
      const fault = take([method], user, when, CALL_KINDS)
      return fault && narrowed(fault, CALL_KINDS)
    },
    takeRequest(methods, user, when) {
      const fault = take(methods, user, when, REQUEST_KINDS)
      return fault && narrowed(fault, REQUEST_KINDS)
    },
    left: () => armed.filter(({ times }) => times > 0).map(({ fault, times }) => ({ ...fault, times })),
  }
}

/** Before or after makes no difference to them: they change the shape of a call, its answer, or when and how often it runs. */
function isShaping(kind: string): boolean {
  return ['no-time', 'drop-field', 'stale', 'twice', 'late'].includes(kind)
}

function narrowed<Kind extends string>(fault: Fault, kinds: readonly Kind[]): Fault<Kind> | undefined {
  const kind = kinds.find(one => one === fault.kind)
  return kind === undefined ? undefined : { ...fault, kind }
}

/** Reads the body of `POST /emulator/faults`; a text says what is wrong with it. */
export function parseFaults(body: unknown): (Fault & { readonly times: number })[] | string {
  if (!Array.isArray(body)) return 'a list of faults is expected'
  const faults = []
  for (const one of body) {
    if (!isRecord(one)) return 'a fault is an object'
    const { method, when = 'before', times = 1, user, field } = one
    const kind = [...CALL_KINDS, ...REQUEST_KINDS].find(known => known === textOf(one['kind']))
    const count = numberOf(times)
    if (typeof method !== 'string') return 'method: the wire name of a method, or *'
    if (kind === undefined) return `kind: one of ${[...CALL_KINDS, ...REQUEST_KINDS].join(' ')}`
    if (when !== 'before' && when !== 'after') return 'when: before or after'
    if (count === undefined) return 'times: a number'
    faults.push({ method: method === '*' ? method : method.toLowerCase(), kind, when, times: count, user: textOf(user), field: textOf(field) } as const)
  }
  return faults
}
