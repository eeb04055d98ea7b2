// @ts-check
import { baseCommands } from './base-commands.js'
import { crmTabCommands } from './crm-tab-commands.js'

/** @typedef {import('./frame.js').Command} Command */

/** Commands that a portal drops without a word everywhere but on the app's main page. */
const MAIN_PAGE_ONLY = ['setTitle', 'setScroll', 'reloadWindow']

/** @type {Record<string, Record<string, Command>>} */
const PLACEMENT_COMMANDS = {
  CRM_LEAD_DETAIL_TAB: crmTabCommands,
  CRM_DEAL_DETAIL_TAB: crmTabCommands,
}

/**
 * The commands that a frame answers; whatever is not here meets silence.
 * @param {string} placement
 * @param {boolean} popup opened by openApplication: fills its overlay, so it may not resize itself
 * @returns {Map<string, Command>}
 */
export function commandsOf(placement, popup) {
  const own = PLACEMENT_COMMANDS[placement] ?? {}
  const commands = new Map(Object.entries({ ...baseCommands, ...own }))
  if (popup) commands.delete('resizeWindow')
  if (placement !== 'DEFAULT') {
    for (const name of MAIN_PAGE_ONLY) commands.delete(name)
    // No event exists in the CRM tabs, so there is nothing to subscribe to; a subscription is never acknowledged.
    commands.set('placementBindEvent', () => {})
  }
  const listed = Object.keys(own).filter((name) => !Object.hasOwn(baseCommands, name))
  commands.set('getInterface', (_frame, _params, reply) => reply({ command: listed, event: [] }))
  return commands
}
