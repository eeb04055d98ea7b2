// @ts-check

/**
 * What the server prepares for one opening of the app.
 * @typedef {object} Opening
 * @property {string} sid 32 hex digits, new for every frame
 * @property {string} action the handler's address with DOMAIN, PROTOCOL, LANG and APP_SID
 * @property {string} origin the handler's scheme, host and port
 * @property {string} title
 * @property {Record<string, string>} fields the body of the form
 * @property {InitData} init the answer to getInitData
 */

/**
 * @typedef {object} InitData
 * @property {boolean} FIRST_RUN
 * @property {boolean} IS_ADMIN
 * @property {Record<string, unknown> | []} APP_OPTIONS
 * @property {Record<string, unknown> | []} USER_OPTIONS
 * @property {string} PLACEMENT
 */

/**
 * What an app's frame may do to the page that shows it.
 * @typedef {object} Surroundings
 * @property {(options: Record<string, unknown>, onClose: () => void) => void} openApplication
 * @property {(path: string, onClose: () => void) => boolean} openPath false when an app may not open this path
 * @property {typeof import('./choice-dialog.js').choose} choose nothing when the dialog was left
 * @property {(text: string) => void} notify
 */

/** @typedef {{ id: string, name: string, position: string }} Person */

/** @typedef {{ id: string, name: string, note: string }} Choice */

/**
 * One shown frame, as the commands see it.
 * @typedef {object} Frame
 * @property {InitData} init changed by the app's own settings and by a new token
 * @property {HTMLElement} layout the box around the iframe
 * @property {boolean} popup opened by openApplication
 * @property {(() => void) | undefined} close closes the overlay that is this frame's own
 * @property {(() => void) | undefined} entityUpdated refreshes every card of this entity
 * @property {(action: string, body?: unknown) => Promise<unknown>} tell asks the server on behalf of this frame; nothing when refused
 * @property {Surroundings} around
 */

/** @typedef {(frame: Frame, params: unknown, reply: (value?: unknown) => void) => void | Promise<void>} Command */

/**
 * @param {unknown} params
 * @param {string} name
 * @returns {unknown}
 */
export function param(params, name) {
  return typeof params === 'object' && params !== null
    ? /** @type {Record<string, unknown>} */ (params)[name]
    : undefined
}
