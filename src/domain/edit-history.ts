/** Undo and redo as a value: what was, what is, and what was taken back. */

/** `past` and `future` nearest to the present last and first. `key` names the edit that made the present, if it may still go on. */
export interface History<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  readonly key: string | undefined
}

/** So many steps can be taken back. */
export const LONGEST_PAST = 200

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], key: undefined }
}

/**
 * An edit was made. Edits one after the other under the same key (a field that is being typed in) are one step; without a key each is
 * its own. What changed nothing, the same present, is no step. What had been taken back is given up.
 */
export function did<T>(history: History<T>, present: T, key?: string): History<T> {
  if (present === history.present) return history
  if (key !== undefined && key === history.key) return { ...history, present, future: [] }
  return { past: [...history.past, history.present].slice(-LONGEST_PAST), present, future: [], key }
}

/** The next edit is a step of its own, whatever its key: the field was left. */
export function settled<T>(history: History<T>): History<T> {
  return history.key === undefined ? history : { ...history, key: undefined }
}

/** One step back; at the beginning nothing changes. */
export function undo<T>(history: History<T>): History<T> {
  if (history.past.length === 0) return history
  const [present = history.present] = history.past.slice(-1)
  return { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], key: undefined }
}

/** One step forth again; where nothing was taken back nothing changes. */
export function redo<T>(history: History<T>): History<T> {
  if (history.future.length === 0) return history
  const [present = history.present, ...future] = history.future
  return { past: [...history.past, history.present], present, future, key: undefined }
}
