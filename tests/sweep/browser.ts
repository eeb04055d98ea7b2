/** A browser: its storage and its locks, which tabs share and leave behind when they are closed. */

/** What a browser holds of one app. */
export interface Browser {
  readonly stored: Map<string, string>
  readonly locked: Map<string, Lock>
  /** Tabs that are told when another one changes what is stored. */
  readonly tabs: Set<() => void>
}

interface Lock {
  readonly holder: object
  readonly waiting: Set<() => void>
}

export function aBrowser(): Browser {
  return { stored: new Map(), locked: new Map(), tabs: new Set() }
}

/** One tab's hands on the browser; after `close` it changes nothing any more. */
export interface TabOfBrowser {
  readonly storage: Storage
  readonly locks: LockManager
  close(): void
}

export function tabOf({ stored, locked, tabs }: Browser, hear: () => void): TabOfBrowser {
  let open = true
  const holder = {}
  tabs.add(hear)

  function change(work: () => void): void {
    if (!open) return
    work()
    for (const tab of tabs) if (tab !== hear) setImmediate(tab)
  }

  function release(name: string): void {
    const lock = locked.get(name)
    if (lock?.holder !== holder) return
    locked.delete(name)
    for (const next of lock.waiting) next()
  }

  async function request<T>(name: string, given: LockOptions | LockGrantedCallback<T>, callback?: LockGrantedCallback<T>): Promise<Awaited<T>> {
    const [options, work] = typeof given === 'function' ? [{}, given] : [given, callback]
    if (!work) throw new TypeError('a lock is asked for without work')
    for (let lock = locked.get(name); lock; lock = locked.get(name)) {
      if (options.ifAvailable) return await work(null)
      const { waiting } = lock
      await new Promise<void>((resolve) => { waiting.add(resolve) })
    }
    locked.set(name, { holder, waiting: new Set() })
    try {
      return await work({ name, mode: 'exclusive' })
    } finally {
      release(name)
    }
  }

  return {
    storage: {
      get length() { return stored.size },
      key: at => [...stored.keys()][at] ?? null,
      getItem: key => stored.get(key) ?? null,
      setItem: (key, value) => { change(() => stored.set(key, value)) },
      removeItem: (key) => { change(() => stored.delete(key)) },
      clear: () => { change(() => { stored.clear() }) },
    },
    locks: { request, query: () => Promise.resolve({ held: [], pending: [] }) },
    close() {
      open = false
      tabs.delete(hear)
      for (const [name, lock] of locked) if (lock.holder === holder) release(name)
    },
  }
}
