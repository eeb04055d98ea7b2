// @ts-check
import { mountTabs } from './card-tabs.js'
import { entityUpdated, onEntityUpdate } from './entity-updates.js'
import { openFrame } from './frame-host.js'
import { lang, user, words } from './page-data.js'

/**
 * @typedef {object} CardPlace
 * @property {string} uri path and query under which a portal would show this card
 * @property {boolean} openApp shows the first tab of an app at once
 * @property {'post' | 'get'} mode
 * @property {() => void} reload shows the card anew, with new frames
 * @property {import('./frame.js').Surroundings} around
 */

/**
 * Makes a rendered card live: tabs, lazy frames that are kept, refreshing of all but the frames.
 * @param {HTMLElement} card
 * @param {CardPlace} place
 * @returns {() => void} takes the card's frames away
 */
export function mountCard(card, place) {
  const { entity = '', id = '', address = '' } = card.dataset
  /** @type {Map<HTMLElement, Promise<() => void>>} */
  const frames = new Map()

  /** @param {HTMLElement} panel */
  function showApp(panel) {
    const { placement, binding } = panel.dataset
    if (!placement || !binding || frames.has(panel)) return
    const wanted = { placement, binding, options: { ID: id, URI: place.uri } }
    const opened = openFrame(wanted, {
      element: panel,
      user,
      lang,
      mode: place.mode,
      entityUpdated: () => entityUpdated(`${entity}-${id}`),
      around: place.around,
    })
    frames.set(panel, opened)
    // A failed opening is not tried again until the card is shown anew, as on a portal.
    opened.catch((error) => {
      const line = document.createElement('p')
      line.setAttribute('role', 'alert')
      line.textContent = `${words.failed} ${error instanceof Error ? error.message : ''}`
      panel.append(line)
    })
  }

  async function refresh() {
    const response = await fetch(address)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const fresh = page.querySelector('[data-card]')
    if (!(fresh instanceof HTMLElement) || fresh.dataset['success'] !== card.dataset['success']) return place.reload()
    replaceRegions(card, fresh)
    const header = document.querySelector('[data-page-header]')
    const freshHeader = page.querySelector('[data-page-header]')
    if (header && freshHeader) replaceRegions(header, freshHeader)
  }

  // The portal's own conversion; every card of the lead is then shown anew.
  async function convert() {
    const response = await fetch('/emulator/convert', { method: 'POST', body: JSON.stringify({ lead: id, user }) })
    if (response.ok) entityUpdated(`${entity}-${id}`)
    else place.around.notify(words.failedToConvert)
  }

  const tabs = mountTabs(card, showApp)
  if (place.openApp) tabs.show(1)
  card.querySelector('[data-reload-card]')?.addEventListener('click', place.reload)
  card.querySelector('[data-convert-card]')?.addEventListener('click', () => convert().catch(reportError))
  const stop = onEntityUpdate(`${entity}-${id}`, refresh)
  return () => {
    stop()
    for (const opened of frames.values()) opened.then((close) => close(), () => {})
  }
}

/**
 * @param {Element} shown
 * @param {Element} fresh
 */
function replaceRegions(shown, fresh) {
  for (const region of shown.querySelectorAll('[data-region]')) {
    const name = region.getAttribute('data-region') ?? ''
    const other = fresh.querySelector(`[data-region="${CSS.escape(name)}"]`)
    if (other) region.replaceChildren(...other.childNodes)
  }
}
