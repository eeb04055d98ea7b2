/** One REST request since the reset. `commands` are the methods of a batch, in order. */
export interface LogEntry {
  readonly at: string
  readonly method: string
  readonly user: string | null
  readonly commands: readonly string[]
  /** HTTP status; 0 when the connection was cut or left hanging on purpose. */
  readonly status: number
  readonly error?: string
}

export interface RequestLog {
  add(entry: LogEntry): void
  entries(): LogEntry[]
  /** Begins anew, after these entries if any. */
  clear(after?: readonly LogEntry[]): void
}

export function createLog(): RequestLog {
  let entries: LogEntry[] = []
  return {
    add: (entry) => { entries.push(entry) },
    entries: () => structuredClone(entries),
    clear: (after = []) => { entries = [...after] },
  }
}
