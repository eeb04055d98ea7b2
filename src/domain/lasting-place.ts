import { parsePlace } from './place.ts'
import type { SetDraft } from './question-set.ts'

function inside(value: unknown, segment: string | number): unknown {
  if (Array.isArray(value)) return typeof segment === 'number' ? value[segment] : undefined
  return typeof value === 'object' && value !== null && typeof segment === 'string' ? Object.entries(value).find(([key]) => key === segment)?.[1] : undefined
}

/** The path with ids in place of indexes, such as `questions/need/choices/no/label`: it stays the same when the order changes. */
export function lastingPlace(set: SetDraft, place: string): string {
  let value: unknown = set
  const names = parsePlace(place)?.map((segment) => {
    value = inside(value, segment)
    const id = typeof segment === 'number' ? inside(value, 'id') : undefined
    return typeof id === 'string' ? id : String(segment)
  })
  return names?.join('/') ?? place
}
