import { parsePlace } from './place.ts'
import type { SetDraft } from './question-set.ts'

function inside(value: unknown, segment: string | number): unknown {
  if (Array.isArray(value)) return typeof segment === 'number' ? value[segment] : undefined
  return typeof value === 'object' && value !== null && typeof segment === 'string' ? Object.entries(value).find(([key]) => key === segment)?.[1] : undefined
}

/** Is what stood at this lasting place still in the set? The field itself may be empty. */
export function isThere(set: SetDraft, lasting: string): boolean {
  let value: unknown = set
  return lasting.split('/').slice(0, -1).every((name) => {
    value = Array.isArray(value) ? value.find((one: unknown) => inside(one, 'id') === name) ?? inside(value, Number(name)) : inside(value, name)
    return value !== undefined
  })
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
