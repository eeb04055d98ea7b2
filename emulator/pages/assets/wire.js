// @ts-check

/**
 * One request of an app to the page around it.
 * @typedef {object} FrameRequest
 * @property {string} command
 * @property {unknown} params an empty array when the app sent none, as a PHP portal has it
 * @property {string} key names the reply
 * @property {string} sid names the frame
 */

/**
 * Reads what an app posted: `command[:params]:key:sid`, or an object when the command's name holds a colon.
 * The last two segments are key and sid; everything between is JSON and may hold colons itself.
 * @param {unknown} data
 * @returns {FrameRequest | undefined} nothing when it is no request; a portal then stays silent
 */
export function readRequest(data) {
  if (typeof data === 'string') return readText(data)
  if (typeof data !== 'object' || data === null) return undefined
  const { method, params, callback, appSid } = /** @type {Record<string, unknown>} */ (data)
  if (typeof method !== 'string' || typeof callback !== 'string' || typeof appSid !== 'string') return undefined
  return { command: method, params: params || [], key: callback, sid: appSid }
}

/**
 * @param {string} key
 * @param {unknown} [value] nothing for an empty reply
 * @returns {string}
 */
export function replyText(key, value) {
  return `${key}:${value === undefined ? '' : JSON.stringify(value)}`
}

/**
 * @param {string} text
 * @returns {FrameRequest | undefined}
 */
function readText(text) {
  const segments = text.split(':')
  const sid = segments.pop()
  const key = segments.pop()
  const command = segments.shift()
  if (!command || !key || !sid) return undefined
  const json = segments.join(':')
  if (json === '') return { command, params: [], key, sid }
  try {
    return { command, params: JSON.parse(json), key, sid }
  } catch {
    return undefined
  }
}
