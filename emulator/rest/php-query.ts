/** PHP's view of a query string: nested brackets, `a[]=`, later values win, gapless keys 0…n make a list. */

export type PhpValue = string | PhpValue[] | { [key: string]: PhpValue }

type Node = Map<string, Node | string>

export function parsePhpQuery(query: string): Record<string, PhpValue> {
  const root: Node = new Map()
  for (const part of query.split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = decode(equals < 0 ? part : part.slice(0, equals))
    const value = equals < 0 ? '' : decode(part.slice(equals + 1))
    assign(root, path(name), value)
  }
  return record(root)
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    // PHP keeps a broken percent sequence as it is
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, run => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
  }
}

/** `filter[>id][]` → `filter`, `>id`, empty. A bracket that never closes belongs to the name. */
function path(name: string): string[] {
  const open = name.indexOf('[')
  if (open <= 0) return [plainName(name)]
  const keys = [plainName(name.slice(0, open))]
  let at = open
  while (name[at] === '[') {
    const close = name.indexOf(']', at)
    if (close < 0) break
    keys.push(name.slice(at + 1, close))
    at = close + 1
  }
  return keys.length > 1 ? keys : [plainName(name)]
}

/** PHP makes variable names of the outermost keys. */
function plainName(name: string): string {
  return name.trimStart().replace(/[ .[]/g, '_')
}

function assign(root: Node, keys: readonly string[], value: string): void {
  let node = root
  keys.forEach((given, depth) => {
    const key = given === '' ? String(nextIndex(node)) : given
    if (depth === keys.length - 1) {
      node.set(key, value)
      return
    }
    const below = node.get(key)
    if (below instanceof Map) {
      node = below
      return
    }
    const fresh: Node = new Map()
    node.set(key, fresh)
    node = fresh
  })
}

function nextIndex(node: Node): number {
  let next = 0
  for (const key of node.keys()) if (/^\d+$/.test(key)) next = Math.max(next, Number(key) + 1)
  return next
}

function record(node: Node): Record<string, PhpValue> {
  const out: Record<string, PhpValue> = Object.create(null)
  for (const [key, value] of node) out[key] = value instanceof Map ? listOrRecord(value) : value
  return out
}

function listOrRecord(node: Node): PhpValue {
  const out = record(node)
  return isGapless([...node.keys()]) ? Object.values(out) : out
}

/** Keys `0`, `1`, `2` … in this order: what PHP prints as a JSON list. */
export function isGapless(keys: readonly string[]): boolean {
  return keys.every((key, at) => key === String(at))
}
