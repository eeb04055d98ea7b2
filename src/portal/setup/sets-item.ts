/** The question sets in force, with the map of the fields that they write: published by the set-up where there are none. */
import { same } from '../../domain/same.ts'
import type { PortalAsIs, Wishes } from './as-is.ts'
import { unread } from './item.ts'
import type { ItemLook } from './item.ts'
import { printFieldMap } from '../field-map.ts'
import { OPTION_FIELDS, OPTION_SETTINGS, readSettings } from '../options.ts'
import { changeInForce, readInForce } from '../sets/in-force.ts'
import { mergedMap } from '../sets/merged-map.ts'
import { optionsOf, publish } from './publish.ts'
import { mapFields } from './user-fields.ts'

/** What is stored and does not parse is left as it is; a set in force is never replaced, only its map of fields is. */
export function lookAtSets({ options, installation, fields, existing, sets }: PortalAsIs, wishes: Wishes): ItemLook {
  if (!options.ok) return unread(options.error)
  if (!installation.ok && installation.error.kind === 'unreadable') {
    return { state: 'differs', notes: [{ kind: 'option-unreadable', option: installation.error.option, newer: installation.error.why.kind === 'newer' }], requests: [] }
  }
  const storedSettings = options.value[OPTION_SETTINGS]
  // settings without their sets are the work of an earlier version, or of a hand: publishing would write over them
  if (!installation.ok && storedSettings !== undefined) {
    const settings = readSettings(storedSettings)
    return { state: 'differs', notes: [settings.ok ? { kind: 'set-gone' } : { kind: 'option-unreadable', option: OPTION_SETTINGS, newer: settings.error.kind === 'newer' }], requests: [] }
  }
  const map = existing.ok ? mapFields(fields) : undefined
  const inForce = installation.ok ? { kind: 'in-force', sets: sets.map(({ name, version, defaultLanguage }) => ({ name, version, defaultLanguage })) } as const : undefined
  const stored = installation.ok ? installation.value.map : undefined
  if (inForce && map?.ok === true && stored && same(mergedMap(stored, map.value), stored)) return { state: 'there', notes: [inForce], requests: [] }
  const state = installation.ok ? 'differs' : 'missing'
  if (map?.ok !== true) return { state, notes: [...inForce ? [inForce] : [], { kind: 'needs-fields' }], requests: [] }
  if (inForce) {
    // fields and items of earlier versions stay known
    const changes = { [OPTION_FIELDS]: printFieldMap(mergedMap(stored, map.value)) }
    return {
      state,
      notes: [inForce, { kind: 'map-old' }],
      requests: [{ options: { method: 'app.option.set', params: { options: changes } } }],
      perform: async (portal) => {
        const found = await readInForce(portal)
        return found.ok ? changeInForce(portal, found.value, changes) : found
      },
    }
  }
  return {
    state,
    notes: [{ kind: 'not-published' }],
    requests: [{ options: { method: 'app.option.set', params: { options: optionsOf(sets, map.value, wishes.zone) } } }],
    perform: portal => publish(portal, sets, map.value, wishes.zone),
  }
}
