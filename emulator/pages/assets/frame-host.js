// @ts-check
import { commandsOf } from './commands.js'
import { readRequest, replyText } from './wire.js'

/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {import('./frame.js').Opening} Opening */

/**
 * Which app page to open, and as what.
 * @typedef {object} Wanted
 * @property {string} placement
 * @property {string} [binding] id of the bound placement; none for the app's main page
 * @property {Record<string, unknown>} options PLACEMENT_OPTIONS
 * @property {boolean} [install] the installation page in place of the main page
 */

/**
 * @typedef {object} Place
 * @property {HTMLElement} element where the frame goes
 * @property {string} user
 * @property {string} lang
 * @property {'post' | 'get'} mode
 * @property {boolean} [popup]
 * @property {() => void} [close]
 * @property {() => void} [entityUpdated]
 * @property {import('./frame.js').Surroundings} around
 */

/**
 * Opens the app in an iframe and answers what it posts, until the returned function is called.
 * The browser itself posts the form, as on a portal; GET is how a portal opens apps on its own static hosting.
 * @param {Wanted} wanted
 * @param {Place} place
 * @returns {Promise<() => void>} takes the frame away
 */
export async function openFrame(wanted, place) {
  const opening = await prepare(wanted, place)
  const { layout, iframe } = build(opening)
  const frame = frameOf(opening, layout, place)
  const commands = commandsOf(wanted.placement, place.popup === true)

  /** @param {MessageEvent<unknown>} event */
  const onMessage = (event) => {
    if (event.origin !== opening.origin) return
    const request = readRequest(event.data)
    if (!request || request.sid !== opening.sid) return
    const command = commands.get(request.command)
    if (!command) return
    const { key } = request
    /** @param {unknown} [value] */
    const reply = (value) => iframe.contentWindow?.postMessage(replyText(key, value), opening.origin)
    Promise.resolve(command(frame, request.params, reply)).catch(reportError)
  }

  window.addEventListener('message', onMessage)
  place.element.append(layout)
  const form = start(opening, iframe, place.mode)
  return () => {
    window.removeEventListener('message', onMessage)
    layout.remove()
    form?.remove()
  }
}

/**
 * @param {Wanted} wanted
 * @param {Place} place
 * @returns {Promise<Opening>}
 */
async function prepare(wanted, place) {
  const query = new URLSearchParams({ placement: wanted.placement, user: place.user, lang: place.lang })
  if (wanted.binding) query.set('binding', wanted.binding)
  if (wanted.install) query.set('install', 'Y')
  const response = await fetch(`/emulator/frame?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ options: wanted.options }),
  })
  if (!response.ok) throw new Error(await response.text())
  return await response.json()
}

/** @param {Opening} opening */
function build(opening) {
  const layout = document.createElement('div')
  layout.id = `appframe_layout_${opening.sid}`
  layout.className = 'app-frame'
  const iframe = document.createElement('iframe')
  iframe.id = `appframe_${opening.sid}`
  const protocol = location.protocol === 'https:' ? '1' : '0'
  iframe.name = `${location.host}|${protocol}|${opening.sid}`
  iframe.title = opening.title
  iframe.allow = 'geolocation *; microphone *; camera *; autoplay *;'
  layout.append(iframe)
  return { layout, iframe }
}

/**
 * @param {Opening} opening
 * @param {HTMLIFrameElement} iframe
 * @param {'post' | 'get'} mode
 * @returns {HTMLFormElement | undefined}
 */
function start(opening, iframe, mode) {
  if (mode === 'get') {
    iframe.src = opening.action
    return undefined
  }
  const form = document.createElement('form')
  form.method = 'post'
  form.action = opening.action
  form.target = iframe.name
  form.hidden = true
  for (const [name, value] of Object.entries(opening.fields)) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
  return form
}

/**
 * @param {Opening} opening
 * @param {HTMLElement} layout
 * @param {Place} place
 * @returns {Frame}
 */
function frameOf(opening, layout, place) {
  return {
    init: opening.init,
    layout,
    popup: place.popup === true,
    close: place.close,
    entityUpdated: place.entityUpdated,
    around: place.around,
    async tell(action, body = {}) {
      const response = await fetch(`/emulator/frame/${opening.sid}/${action}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      return response.ok ? await response.json() : undefined
    },
  }
}
