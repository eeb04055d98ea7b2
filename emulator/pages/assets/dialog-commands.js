// @ts-check
import { param } from './frame.js'
import { people, words } from './page-data.js'

/** @typedef {import('./frame.js').Command} Command */
/** @typedef {import('./frame.js').Choice} Choice */

/**
 * The portal's dialogs; leaving one without a choice is never answered.
 * @type {Record<string, Command>}
 */
export const dialogCommands = {
  async selectUser(frame, params, reply) {
    const multiple = param(params, 'mult') === true
    const chosen = await frame.around.choose(words.pickPeople, people.map(personChoice), multiple)
    if (!chosen) return
    const users = chosen.map(({ id, name, note }) => ({
      id, name, position: note, photo: '', url: `/company/personal/user/${id}/`, sub: false, sup: false,
    }))
    reply(multiple ? users : users[0])
  },

  // What the app blocks is not offered.
  async selectAccess(frame, params, reply) {
    const choices = [{ id: 'AU', name: words.everybody, note: '' }, ...people.map((one) => ({ ...personChoice(one), id: `U${one.id}` }))]
    const blocked = textsOf(param(params, 'value'))
    const chosen = await frame.around.choose(words.pickAccess, choices.filter(({ id }) => !blocked.includes(id)), true)
    if (chosen) reply(chosen.map(({ id, name }) => ({ id, name, provider: id === 'AU' ? 'group' : 'user' })))
  },

  // A bucket for each kind that was asked for; ids carry the kind's letter.
  async selectCRM(frame, params, reply) {
    const types = textsOf(param(params, 'entityType'))
    const records = await frame.tell('crm-records', { types })
    if (!Array.isArray(records)) return
    const multiple = param(params, 'multiple') === true
    const chosen = await frame.around.choose(words.pickRecords, records.map((one) => ({ id: one.id, name: one.title, note: one.desc })), multiple)
    if (!chosen) return
    const ids = chosen.map(({ id }) => id)
    reply(Object.fromEntries(types.map((type) => [type, records.filter((one) => one.type === type && ids.includes(one.id))])))
  },
}

/**
 * @param {import('./frame.js').Person} person
 * @returns {Choice}
 */
function personChoice({ id, name, position }) {
  return { id, name, note: position }
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function textsOf(value) {
  return Array.isArray(value) ? value.map(String) : []
}
