// @ts-check

/** @type {Map<() => Promise<void>, string>} */
const listeners = new Map()
const channel = new BroadcastChannel('entity-updates')
channel.addEventListener('message', (event) => run(String(event.data)))

/**
 * Tells every card of this entity, in this and in other windows of the browser, that it changed.
 * @param {string} entity such as `lead-5`
 */
export function entityUpdated(entity) {
  channel.postMessage(entity)
  run(entity)
}

/**
 * @param {string} entity
 * @param {() => Promise<void>} listener
 * @returns {() => void} stops listening
 */
export function onEntityUpdate(entity, listener) {
  listeners.set(listener, entity)
  return () => listeners.delete(listener)
}

/** @param {string} entity */
function run(entity) {
  for (const [listener, wanted] of listeners) {
    if (wanted === entity) listener().catch(reportError)
  }
}
