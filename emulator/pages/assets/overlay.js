// @ts-check
import { words } from './page-data.js'

/**
 * An overlay over the page, a modal dialog; overlays stack.
 * @typedef {object} Overlay
 * @property {HTMLDialogElement} dialog
 * @property {HTMLElement} body
 * @property {(title: string) => void} rename
 * @property {() => void} close
 */

/**
 * @param {string} title
 * @param {() => void} onClose
 * @returns {Overlay}
 */
export function openOverlay(title, onClose) {
  const dialog = document.createElement('dialog')
  dialog.className = 'overlay'
  dialog.dataset['page'] = ''
  const bar = document.createElement('div')
  bar.className = 'overlay-bar'
  const heading = document.createElement('span')
  heading.className = 'overlay-title'
  heading.dataset['pageTitle'] = ''
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = words.close
  button.addEventListener('click', close)
  bar.append(heading, button)
  /** @param {string} text */
  const rename = (text) => {
    dialog.setAttribute('aria-label', text)
    heading.textContent = text
  }
  rename(title)
  const body = document.createElement('div')
  body.className = 'overlay-body'
  dialog.append(bar, body)
  // Escape closes it without asking; the event comes with a later frame, so that `close` does not wait for it
  dialog.addEventListener('close', leave)
  document.body.append(dialog)
  dialog.showModal()
  return { dialog, body, rename, close }

  function close() {
    dialog.close()
    leave()
  }

  function leave() {
    if (!dialog.isConnected) return
    dialog.remove()
    onClose()
  }
}
