/** Every state of the screens: what `npm run shots` photographs and what the accessibility test scans. */
import { ANSWERING } from './answering-states.ts'
import { CLIENTS } from './client-states.ts'
import { PLANNING } from './editor-plan-states.ts'
import { EDITING } from './editor-states.ts'
import { SETTING_UP } from './set-up-states.ts'
import { FORM_LEADS } from './form-leads-states.ts'
import { ON_SITE } from './form-states.ts'
import { INSTALLING } from './install-states.ts'
import { PROBLEMS } from './problem-states.ts'
import { SAVING } from './saving-states.ts'
import { SETS } from './sets-states.ts'
import { SITE_FORM } from './site-form-states.ts'
import type { State } from './state.ts'
import { UNDOING, WAITING } from './waiting-states.ts'

export const STATES: readonly State[] = [...ANSWERING, ...CLIENTS, ...SAVING, ...WAITING, ...UNDOING, ...PROBLEMS, ...INSTALLING, ...SETTING_UP, ...EDITING, ...PLANNING, ...SETS, ...SITE_FORM, ...FORM_LEADS, ...ON_SITE]

/** Throws when there is no state of this name, and says which there are. */
export function stateNamed(name: string): State {
  const found = STATES.find(state => state.name === name)
  if (found === undefined) throw new Error(`There is no state “${name}”. There are: ${STATES.map(state => state.name).join(', ')}.`)
  return found
}
