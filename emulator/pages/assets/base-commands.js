// @ts-check
import { dialogCommands } from './dialog-commands.js'
import { param } from './frame.js'
import { words } from './page-data.js'

/** @typedef {import('./frame.js').Command} Command */
/** @typedef {import('./frame.js').InitData} InitData */

/**
 * What every frame may ask, whatever its placement. There is no error reply: what is refused stays unanswered.
 * @type {Record<string, Command>}
 */
export const baseCommands = {
  getInitData({ init }, _params, reply) {
    reply(init)
    init.FIRST_RUN = false
  },

  async setInstall(frame, params, reply) {
    await frame.tell('first-run')
    reply(params)
  },

  // The page goes away, so no reply can follow.
  async setInstallFinish(frame) {
    const done = await frame.tell('installed')
    if (param(done, 'silent') === true) return
    const address = new URL(location.href)
    address.searchParams.delete('install')
    address.searchParams.set('install_finished', done ? 'Y' : 'N')
    location.assign(address)
  },

  async refreshAuth(frame, _params, reply) {
    const fresh = await frame.tell('refresh')
    if (!fresh) return frame.around.notify(words.refreshFailed)
    Object.assign(frame.init, fresh)
    reply(fresh)
  },

  resizeWindow({ layout }, params, reply) {
    const width = param(params, 'width')
    const height = Number.parseInt(String(param(params, 'height')), 10)
    layout.style.width = width === '100%' ? '100%' : `${Number.parseInt(String(width), 10) || 100}px`
    if (height) layout.style.height = `${height}px`
    const box = layout.getBoundingClientRect()
    reply({ width: Math.round(box.width), height: Math.round(box.height) })
  },

  setTitle({ layout }, params, reply) {
    const title = layout.closest('[data-page]')?.querySelector('[data-page-title]')
    if (title) title.textContent = String(param(params, 'title') ?? '')
    reply(params)
  },

  setScroll(_frame, params, reply) {
    window.scrollTo(0, Number.parseInt(String(param(params, 'scroll')), 10) || 0)
    reply(params)
  },

  reloadWindow() {
    location.reload()
  },

  // Administrators only; for everyone else nothing happens and nothing is said.
  async setAppOption(frame, params, reply) {
    if (!frame.init.IS_ADMIN) return
    const options = await frame.tell('app-option', params)
    if (!options) return
    frame.init.APP_OPTIONS = /** @type {InitData['APP_OPTIONS']} */ (options)
    reply(options)
  },

  async setUserOption(frame, params, reply) {
    const options = await frame.tell('user-option', params)
    if (!options) return
    frame.init.USER_OPTIONS = /** @type {InitData['USER_OPTIONS']} */ (options)
    reply(params)
  },

  openApplication(frame, params, reply) {
    const options = typeof params === 'object' && params !== null ? { ...params } : {}
    frame.around.openApplication(/** @type {Record<string, unknown>} */ (options), reply)
  },

  closeApplication(frame) {
    frame.close?.()
  },

  openPath(frame, params, reply) {
    const opened = frame.around.openPath(String(param(params, 'path') ?? ''), () => reply({ result: 'close' }))
    if (!opened) reply({ result: 'error', errorCode: 'PATH_NOT_AVAILABLE' })
  },

  imCallTo(frame, params) {
    frame.around.notify(`${words.imCall}: ${param(params, 'userId')}`)
  },

  imPhoneTo(frame, params) {
    frame.around.notify(`${words.imPhone}: ${param(params, 'phone')}`)
  },

  imOpenMessenger(frame, params) {
    frame.around.notify(`${words.imMessenger}: ${param(params, 'dialogId')}`)
  },

  imOpenHistory(frame, params) {
    frame.around.notify(`${words.imHistory}: ${param(params, 'dialogId')}`)
  },

  ...dialogCommands,
}
