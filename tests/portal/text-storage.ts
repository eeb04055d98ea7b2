import type { TextStorage } from '../../src/portal/kept-texts.ts'

/** A browser's storage with these texts; `held` is what it holds. */
export function aTextStorage(entries: Readonly<Record<string, string>> = {}): TextStorage & { readonly held: Map<string, string> } {
  const held = new Map(Object.entries(entries))
  return {
    held,
    get length() { return held.size },
    key: at => [...held.keys()][at] ?? null,
    getItem: key => held.get(key) ?? null,
    setItem: (key, value) => { held.set(key, value) },
    removeItem: (key) => { held.delete(key) },
  }
}
