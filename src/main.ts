/** The composition root: connects to the portal, chooses the screen, mounts it. */
import './assets/tokens.css'
import './assets/native.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { App as Mountable, Component } from 'vue'
import App from './App.vue'
import QualificationTab from './components/qualification/QualificationTab.vue'
import type { Trouble } from './components/qualification/trouble.ts'
import type { Language } from './domain/question-set.ts'
import { loadWords, WORDS } from './i18n/words.ts'
import type { WordSource } from './i18n/words.ts'
import { connect } from './placement/connect.ts'
import type { Connection } from './placement/connect.ts'
import { languageOf } from './placement/context.ts'
import { followTheme } from './placement/theme.ts'
import { keepDrafts } from './portal/drafts.ts'
import { optionOfDraft, optionOfOpenEntry } from './portal/options.ts'
import { findInstallation } from './portal/installation.ts'
import { useQualification } from './stores/qualification.ts'
import { WORKPLACE } from './stores/workplace.ts'
import type { Workplace } from './stores/workplace.ts'

interface Show {
  readonly screen: Component
  readonly props?: Record<string, unknown>
  readonly connection?: Connection
  readonly workplace?: Workplace
  readonly provide?: (app: Mountable) => void
}

/** A screen that says what is wrong; its words and looks are fetched only then. */
async function sayTrouble(source: WordSource, trouble: Trouble, connection?: Connection): Promise<Show> {
  const [{ default: screen }] = await Promise.all([import('./components/qualification/StartProblem.vue'), source.fetchAll()])
  return { screen, props: { trouble }, ...(connection && { connection }) }
}

async function leadScreen(connection: Connection, words: WordSource): Promise<Show> {
  const { context: { lead }, host, frame, userOption } = connection
  if (!lead) return sayTrouble(words, { kind: 'new-lead' }, connection)
  const found = await findInstallation(connection.appOption, connection.portal, lead)
  if (!found.ok) return sayTrouble(words, found.error, connection)
  const storage = () => localStorage
  const drafts = keepDrafts({ portal: connection.portal, host, lead, far: userOption(optionOfDraft(lead)), storage })
  // which of several sets a lead gets depends on the lead
  const chosen = found.value.installation.sets.length > 1
    ? await (await import('./portal/choose-set-for.ts')).chooseSetFor(lead, found.value, user => drafts.read(user))
    : found.value
  const workplace: Workplace = {
    ...chosen,
    lead,
    host,
    drafts,
    farEntry: userOption(optionOfOpenEntry(lead)),
    storage,
    locks: () => navigator.locks,
    now: () => Date.now(),
    newRunId: () => crypto.randomUUID().replaceAll('-', '').slice(0, 12),
    reloadCard: () => frame.reloadCard(),
    afterPaint: (run) => { requestAnimationFrame(() => { setTimeout(run) }) },
  }
  return { screen: QualificationTab, connection, workplace }
}

async function ownPage(connection: Connection, words: WordSource): Promise<Show> {
  return (await import('./office.ts')).openOffice(connection, words)
}

async function chooseScreen(words: WordSource, connected: Awaited<ReturnType<typeof connect>>): Promise<Show> {
  if (!connected.ok) return sayTrouble(words, connected.error)
  switch (connected.value.context.screen) {
    case 'CRM_LEAD_DETAIL_TAB': return leadScreen(connected.value, words)
    case 'DEFAULT': return ownPage(connected.value, words)
    case undefined: return sayTrouble(words, { kind: 'no-screen' }, connected.value)
  }
}

/** The language before the portal has answered: the portal puts it into the address. */
function guessedLanguage(): Language {
  return languageOf(new URLSearchParams(location.search).get('LANG') ?? navigator.language.slice(0, 2))
}

async function show({ screen, props = {}, connection, workplace, provide }: Show, words: WordSource): Promise<void> {
  const app = createApp(App, { screen, props, fit: (height: number) => connection?.frame.fit(height) })
  app.use(createPinia()).provide(WORDS, words)
  app.config.errorHandler = broken
  provide?.(app)
  if (workplace) {
    app.provide(WORKPLACE, {
      ...workplace,
      reopen(changed) {
        app.unmount()
        return show({ screen, props, ...(connection && { connection }), workplace: changed }, words)
      },
    })
  }
  // the lead is asked for before the first question is drawn, which can be read while it comes
  const opening = workplace && app.runWithContext(() => useQualification().open())
  setTimeout(() => { app.mount('#app') })
  await opening
}

async function start(): Promise<void> {
  followTheme()
  const guess = guessedLanguage()
  document.documentElement.lang = guess
  const beginning = Promise.all([connect(), loadWords(guess)])
  // a runtime takes some ten milliseconds for its first formatter: now, while the SDK comes, and not between hand-over and question
  new Intl.DateTimeFormat(guess)
  const [connected, guessedWords] = await beginning
  const language = connected.ok ? connected.value.context.language : guess
  const words = language === guess ? guessedWords : await loadWords(language)
  document.documentElement.lang = language
  await show(await chooseScreen(words, connected), words)
}

/** The last words, for when a part of the app cannot be fetched, its words among them. */
const BROKEN: Readonly<Record<Language, { readonly sentence: string; readonly again: string }>> = {
  ru: { sentence: 'Triple A не загрузилось целиком. Проверьте связь: черновик не потерян.', again: 'Повторить' },
  en: { sentence: 'Triple A did not load completely. Check the connection: the draft is not lost.', again: 'Try again' },
}

/** Once; a question that is on the screen stays below it with its answers. */
function sayBroken(): void {
  if (document.querySelector('.broken')) return
  const { sentence, again } = BROKEN[guessedLanguage()]
  const box = Object.assign(document.createElement('p'), { textContent: sentence, className: 'broken', role: 'alert' })
  box.append(Object.assign(document.createElement('button'), { textContent: again, className: 'again', onclick: () => { location.reload() } }))
  document.querySelector('.sk')?.remove()
  document.body.prepend(box)
}

function broken(error: unknown): never {
  sayBroken()
  throw error
}

start().catch(broken)
