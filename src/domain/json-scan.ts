/** Goes through JSON text and tells where it is broken, which the browsers' own parsers tell each in their way or not at all. */

/** `line` and `column` count from 1, in UTF-16 units. */
export interface TextSpot {
  readonly line: number
  readonly column: number
}

export type JsonFault = TextSpot & (
  | { readonly kind: 'not-json' | 'too-deep' }
  | { readonly kind: 'double-key' | 'forbidden-key'; readonly key: string }
)

/** Keys that would reach an object's prototype in careless hands; no set has them. */
export const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'] as const

const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

class Fault extends Error {
  readonly kind: JsonFault['kind']
  readonly at: number
  readonly key: string
  constructor(kind: JsonFault['kind'], at: number, key = '') {
    super(kind)
    this.kind = kind
    this.at = at
    this.key = key
  }
}

function spotOf(text: string, at: number): TextSpot {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function scan(text: string, mostDepth: number): void {
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const [found] = pattern.exec(text) ?? []
    at += found?.length ?? 0
    return found
  }
  const skip = () => { take(SPACE) }
  const expectSign = (sign: string): void => {
    skip()
    if (text[at] !== sign) throw new Fault('not-json', at)
    at += 1
  }
  const key = (known: Set<string>): void => {
    skip()
    const start = at
    const found = take(STRING)
    if (found === undefined) throw new Fault('not-json', at)
    const name = String(JSON.parse(found))
    if (FORBIDDEN_KEYS.some(forbidden => forbidden === name)) throw new Fault('forbidden-key', start, name)
    if (known.has(name)) throw new Fault('double-key', start, name)
    known.add(name)
    expectSign(':')
  }
  const entries = (end: string, depth: number, before: () => void): void => {
    if (depth > mostDepth) throw new Fault('too-deep', at)
    at += 1
    skip()
    if (text[at] === end) { at += 1; return }
    for (;;) {
      before()
      value(depth)
      skip()
      if (text[at] === end) { at += 1; return }
      expectSign(',')
    }
  }
  const value = (depth: number): void => {
    skip()
    if (text[at] === '{') {
      const known = new Set<string>()
      entries('}', depth + 1, () => key(known))
    } else if (text[at] === '[') {
      entries(']', depth + 1, skip)
    } else if (take(text[at] === '"' ? STRING : SCALAR) === undefined) {
      throw new Fault('not-json', at)
    }
  }
  value(0)
  skip()
  if (at < text.length) throw new Fault('not-json', at)
}

/** The first thing that is wrong with the text, if anything is: it is no JSON, nests too deep, has a key twice or one that is forbidden. */
export function faultIn(text: string, mostDepth: number): JsonFault | undefined {
  try {
    scan(text, mostDepth)
    return undefined
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const spot = spotOf(text, error.at)
    return error.kind === 'double-key' || error.kind === 'forbidden-key' ? { kind: error.kind, key: error.key, ...spot } : { kind: error.kind, ...spot }
  }
}
