/** The set editor alone in a window, with the default set; what it gives back lies in `window.drafts`. */
import '../../../src/assets/tokens.css'
import '../../../src/assets/native.css'
import { createPinia } from 'pinia'
import { createApp, h } from 'vue'
import EditorPage from '../../../src/components/editor/EditorPage.vue'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { SetDraft } from '../../../src/domain/question-set.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'
import { followTheme } from '../../../src/placement/theme.ts'

declare global {
  interface Window {
    drafts: SetDraft[]
  }
}

window.drafts = []
followTheme()
const words = await loadWords(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ru')
document.documentElement.lang = words.language
const app = createApp({ render: () => h(EditorPage, { draft: DEFAULT_SET, onChanged: (set: SetDraft) => { window.drafts.push(set) } }) })
app.use(createPinia()).provide(WORDS, words).mount('#app')
