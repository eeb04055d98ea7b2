/** The question sets in force, with the map of the fields that they write: published by the set-up where there are none. */
import { setReference } from '../../domain/question-set.ts'
import { same } from '../../domain/same.ts'
import type { PortalAsIs, Wishes } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook } from './item.ts'
import { OPTION_SETTINGS } from '../options.ts'
import { optionsOf, publish } from './publish.ts'
import { mapFields } from './user-fields.ts'

/** What is stored and does not parse is left as it is; a set in force is never replaced, only its map of fields is. */
export function lookAtSets({ options, installation, fields, existing, sets }: PortalAsIs, wishes: Wishes): ItemLook {
  if (!options.ok) return unread(options.error)
  if (!installation.ok && installation.error.kind === 'unreadable') {
    return { state: 'differs', notes: [{ kind: 'option-unreadable', option: installation.error.option }], requests: [] }
  }
  // settings without their sets are the work of an earlier version, or of a hand: publishing would write over them
  if (!installation.ok && options.value[OPTION_SETTINGS] !== undefined) {
    return { state: 'differs', notes: [{ kind: 'option-unreadable', option: OPTION_SETTINGS }], requests: [] }
  }
  const map = existing.ok ? mapFields(fields) : undefined
  const inForce = installation.ok ? { kind: 'in-force', sets: sets.map(setReference) } as const : undefined
  const zone = installation.ok ? installation.value.zone : wishes.zone
  if (inForce && map?.ok === true && installation.ok && same(installation.value.map, map.value)) return { state: 'there', notes: [inForce], requests: [] }
  const state = installation.ok ? 'differs' : 'missing'
  if (map?.ok !== true) return { state, notes: [...inForce ? [inForce] : [], { kind: 'needs-fields' }], requests: [] }
  return {
    state,
    notes: [...inForce ? [inForce] : [], { kind: inForce ? 'map-old' : 'not-published' }],
    requests: [{ options: { method: 'app.option.set', params: { options: optionsOf(sets, map.value, zone) } } }],
    perform: portal => publish(portal, sets, map.value, zone),
  }
}
