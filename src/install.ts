/** The composition root of the installation page, which the portal opens as `install.html` until the installation is over. */
import './assets/tokens.css'
import './assets/native.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import InstallPage from './components/install/InstallPage.vue'
import NotConnected from './components/install/NotConnected.vue'
import type { Language } from './domain/question-set.ts'
import { INSTALL_WORDS, loadInstallWords } from './i18n/install-words.ts'
import { connectToInstall } from './placement/connect-install.ts'
import { languageOf } from './placement/context.ts'
import { followTheme } from './placement/theme.ts'
import { INSTALL_SITE } from './stores/installing.ts'

/** The language before the portal has answered: the portal puts it into the address. */
function guessedLanguage(): Language {
  return languageOf(new URLSearchParams(location.search).get('LANG') ?? navigator.language.slice(0, 2))
}

/** The app's page lies beside this one; where that is, is up to whoever serves them. */
function addressOfApp(): string {
  return new URL('index.html', location.origin + location.pathname).href
}

async function start(): Promise<void> {
  followTheme()
  const connected = await connectToInstall()
  const language = connected.ok ? connected.value.context.language : guessedLanguage()
  document.documentElement.lang = language
  const words = await loadInstallWords(language)
  const fit = (height: number) => connected.ok && connected.value.frame.fit(height)
  const shown = connected.ok ? { screen: InstallPage } : { screen: NotConnected, props: { kind: connected.error.kind } }
  const app = createApp(App, { ...shown, fit })
  app.use(createPinia()).provide(INSTALL_WORDS, words)
  if (connected.ok) {
    const { portal, finish } = connected.value
    app.provide(INSTALL_SITE, { portal, handler: addressOfApp(), ...finish && { finish } })
  }
  app.mount('#app')
}

/** The last words, for when a part of the page cannot be fetched, its words among them. */
const BROKEN: Readonly<Record<Language, string>> = {
  ru: 'Страница установки не загрузилась целиком. Проверьте связь и обновите страницу портала.',
  en: 'The installation page did not load completely. Check the connection and reload the portal page.',
}

start().catch((error: unknown) => {
  document.querySelector('#app')?.replaceChildren(Object.assign(document.createElement('p'), { textContent: BROKEN[guessedLanguage()], className: 'broken', role: 'alert' }))
  throw error
})
