/** Composes the app's own page; a tab in a lead card never loads it. */
import type { App, Component } from 'vue'
import HomePage from './components/home/HomePage.vue'
import ProblemScreen from './components/qualification/ProblemScreen.vue'
import { HOME_WORDS, loadHomeWords } from './i18n/home-words.ts'
import type { HomeWords } from './i18n/home-words.ts'
import type { Words, WordSource } from './i18n/words.ts'
import type { Connection } from './placement/connect.ts'
import { fitPage } from './placement/fit-page.ts'
import { readMyRights } from './portal/my-rights.ts'
import { OPTION_SETTINGS, readSettings } from './portal/options.ts'
import type { PortalError } from './portal/portal.ts'
import { OFFICE } from './stores/office.ts'
import type { Office } from './stores/office.ts'

interface OwnPage {
  readonly screen: Component
  readonly connection: Connection
  readonly props?: Record<string, unknown>
  readonly provide?: (app: App) => void
}

/** What was set up before; it came with the hand-over, or not at all. */
function zoneInForce({ appOption }: Connection): string | undefined {
  const stored = appOption(OPTION_SETTINGS)
  const settings = stored === undefined ? undefined : readSettings(stored)
  return settings?.ok === true ? settings.value.zone : undefined
}

/** The reasons whose words on opening a lead tell of no lead. */
const TOLD_ALIKE = ['no-access', 'missing-scope', 'no-rest', 'busy', 'unreachable'] as const

function sayUnknown(connection: Connection, error: PortalError, home: HomeWords, { messages: { problem } }: Words): OwnPage {
  const alike = TOLD_ALIKE.find(kind => kind === error.kind)
  const details = [error.method, error.code, error.description].filter(Boolean).join(' · ')
  return { screen: ProblemScreen, connection, props: { ...(alike ? problem.opening[alike] : home.unknown), details, retry: true, onRetry: () => { location.reload() } } }
}

/** Asks who it is, and fetches the page with its words. */
export async function openOffice(connected: Connection, source: WordSource): Promise<OwnPage> {
  const { portal, host, frame } = connected
  const connection = { ...connected, frame: { ...frame, fit: fitPage(frame) } }
  const [found, home, words] = await Promise.all([readMyRights(portal), loadHomeWords(source.language), source.fetchAll()])
  if (!found.ok) return sayUnknown(connection, found.error, home, words)
  const { me, zone } = found.value
  const office: Office = {
    portal,
    host,
    me,
    zone: zoneInForce(connection) ?? zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    handler: new URL('index.html', location.origin + location.pathname).href,
    storage: () => localStorage,
    locks: () => navigator.locks,
    now: () => Date.now(),
  }
  return { screen: HomePage, connection, provide: (app) => { app.provide(HOME_WORDS, home).provide(OFFICE, office) } }
}
