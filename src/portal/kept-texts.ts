/** Texts that the browser keeps for pages to come. */

export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface KeptTexts {
  keys(): readonly string[]
  get(key: string): string | undefined
  set(key: string, text: string): void
  remove(key: string): void
  /** Does the text of this key outlive the page? */
  isStored(key: string): boolean
}

/** In the browser's storage; where that is forbidden (in a frame even asking for it throws) or full, as long as the page is open. */
export function keepTexts(storage: () => TextStorage): KeptTexts {
  const here = new Map<string, string>()

  function quietly<T>(use: (kept: TextStorage) => T): T | undefined {
    try {
      return use(storage())
    } catch {
      return undefined
    }
  }

  return {
    keys() {
      const stored = quietly(kept => Array.from({ length: kept.length }, (_, at) => kept.key(at))) ?? []
      return [...new Set([...here.keys(), ...stored.filter(key => key !== null)])]
    },
    get: key => here.get(key) ?? quietly(kept => kept.getItem(key)) ?? undefined,
    set(key, text) {
      const stored = quietly((kept) => {
        kept.setItem(key, text)
        return true
      })
      if (stored) here.delete(key)
      else here.set(key, text)
    },
    remove(key) {
      here.delete(key)
      quietly(kept => kept.removeItem(key))
    },
    isStored: key => !here.has(key),
  }
}
