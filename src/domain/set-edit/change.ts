/** Changing plain data by copying. What would change nothing gives back the very same object, so that an edit can be told from none. */
import { same } from '../same.ts'
import { MOST_ENTRIES } from '../set-limits.ts'

type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T]

/** With this value under the key. */
export function put<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): T {
  return same(object[key], value) ? object : { ...object, [key]: value }
}

/** With this value under a key that may be left out; `undefined` leaves it out. */
export function putOrDrop<T extends object, K extends OptionalKey<T>>(object: T, key: K, value: T[K] | undefined): T {
  if (value !== undefined) return put(object, key, value)
  if (!Object.hasOwn(object, key)) return object
  const copy = { ...object }
  Reflect.deleteProperty(copy, key)
  return copy
}

/** The entry at this index put through `change`. */
export function changeAt<T>(list: readonly T[], index: number, change: (entry: T) => T): readonly T[] {
  const before = list[index]
  if (before === undefined) return list
  const after = change(before)
  return after === before ? list : list.map((entry, at) => at === index ? after : entry)
}

/** The entry of this id put through `change`. */
export function changeOf<T extends { readonly id: string }>(list: readonly T[], id: string, change: (entry: T) => T): readonly T[] {
  return changeAt(list, list.findIndex(entry => entry.id === id), change)
}

/** With an entry more; a full list stays as it is. */
export function insert<T>(list: readonly T[], entry: T, at = list.length): readonly T[] {
  return list.length >= MOST_ENTRIES ? list : list.toSpliced(Math.max(0, at), 0, entry)
}

/** Without the entry at this index. */
export function removeAt<T>(list: readonly T[], index: number): readonly T[] {
  return list[index] === undefined ? list : list.toSpliced(index, 1)
}

/** With the entry at `from` moved to stand at `to`; a place beyond an end is that end. */
export function moveTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from]
  const target = Math.min(Math.max(0, Math.trunc(to)), list.length - 1)
  return entry === undefined || target === from ? list : list.toSpliced(from, 1).toSpliced(target, 0, entry)
}

/** Is it a whole number within these bounds, both included? */
export function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** Is it a finite number within these bounds, both included? */
export function isWithin(value: number, least: number, most: number): boolean {
  return Number.isFinite(value) && value >= least && value <= most
}
