// @ts-check
import { mountCard } from './card.js'
import { choose } from './choice-dialog.js'
import { openFrame } from './frame-host.js'
import { openOverlay } from './overlay.js'
import { lang, user, words } from './page-data.js'
import { pathForApps } from './portal-path.js'

export const mode = new URLSearchParams(location.search).get('open') === 'get' ? 'get' : 'post'

/**
 * What the frames of this page may do to it.
 * @type {import('./frame.js').Surroundings}
 */
export const around = {
  openApplication(params, onClose) {
    const { bx24_title: title, bx24_width: width } = params
    const overlay = openOverlay(typeof title === 'string' ? title : words.app, () => {
      opened.then((close) => close(), () => {})
      onClose()
    })
    if (Number(width) > 0) overlay.dialog.style.width = `${Number(width)}px`
    overlay.body.classList.add('fills')
    const opened = openFrame({ placement: 'DEFAULT', options: optionsOf(params) }, {
      element: overlay.body, user, lang, mode, popup: true, close: overlay.close, around,
    })
    opened.catch(reportError)
  },

  openPath(path, onClose) {
    const address = pathForApps(path)
    if (!address) return false
    address.searchParams.set('from', 'rest_placement')
    openPage(address, onClose)
    return true
  },

  choose,

  notify(text) {
    const line = document.querySelector('[data-notify]')
    if (line) line.textContent = text
  },
}

/**
 * Opens a page of the portal over this one; a card becomes part of this page, with frames of its own.
 * @param {URL} address
 * @param {() => void} [onClose]
 */
export function openPage(address, onClose) {
  address.searchParams.set('user', user)
  address.searchParams.set('lang', lang)
  address.searchParams.set('IFRAME', 'Y')
  address.searchParams.set('IFRAME_TYPE', 'SIDE_SLIDER')
  let unmount = () => {}
  const overlay = openOverlay(address.pathname, () => {
    unmount()
    onClose?.()
  })

  async function load() {
    unmount()
    const response = await fetch(address)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    overlay.rename(page.querySelector('h1')?.textContent ?? page.title)
    const card = page.querySelector('[data-card]')
    if (!(card instanceof HTMLElement)) {
      unmount = () => {}
      return overlay.body.replaceChildren(frameOfPage(address, page.title))
    }
    overlay.body.replaceChildren(document.adoptNode(card))
    unmount = mountCard(card, {
      uri: address.pathname + address.search,
      openApp: address.searchParams.has('tab'),
      mode,
      reload: () => load().catch(reportError),
      around,
    })
  }

  load().catch(reportError)
}

/**
 * @param {URL} address
 * @param {string} title
 */
function frameOfPage(address, title) {
  const iframe = document.createElement('iframe')
  iframe.src = address.href
  iframe.title = title
  return iframe
}

/**
 * What an app's overlay gets: its parameters without the portal's own ones. `params` wins beside `options`.
 * Values come through a form, so they arrive as text.
 * @param {Record<string, unknown>} params
 * @returns {Record<string, unknown>}
 */
function optionsOf(params) {
  const { options, params: inner } = params
  const given = options !== undefined && typeof inner === 'object' && inner !== null ? inner : params
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => !name.startsWith('bx24_'))
      .map(([name, value]) => [name, throughForm(value)]),
  )
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function throughForm(value) {
  if (Array.isArray(value)) return value.map(throughForm)
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, throughForm(part)]))
}
