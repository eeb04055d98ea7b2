// @ts-check

/** @typedef {import('./frame.js').Command} Command */

/**
 * What a tab of a lead or deal card does its own way.
 * @type {Record<string, Command>}
 */
export const crmTabCommands = {
  // The width belongs to the card; the reply is the box as it really is.
  resizeWindow({ layout }, params, reply) {
    const height = pixels(params)
    if (height) layout.style.height = `${height}px`
    const box = layout.getBoundingClientRect()
    reply({ width: Math.round(box.width), height: Math.round(box.height) })
  },

  reloadData(frame, _params, reply) {
    frame.entityUpdated?.()
    reply()
  },
}

/** @param {unknown} params */
function pixels(params) {
  if (typeof params !== 'object' || params === null || !('height' in params)) return 0
  const height = Number.parseInt(String(params.height), 10)
  return Number.isNaN(height) ? 0 : height
}
