/** The app's own page where the code for a site is made. */
import { FORM } from '../../emulator/forms/form.ts'
import { loadHomeWords } from '../../src/i18n/home-words.ts'
import { loadSiteFormWords } from '../../src/i18n/site-form-words.ts'
import type { Scene, State } from './state.ts'

async function opened({ page, stand, language }: Scene) {
  const [words, home] = await Promise.all([loadSiteFormWords(language), loadHomeWords(language)])
  await page.goto(`${stand.portalUrl}/marketplace/app/triple-a/?user=admin&lang=${language}`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: home.sections.siteForm, exact: true }).click()
  const code = frame.getByLabel(words.code.label)
  await code.waitFor()
  return { words, frame, code }
}

export const SITE_FORM: readonly State[] = [
  { name: 'form-admin-empty', about: 'nothing was pasted yet', reach: scene => opened(scene) },
  {
    name: 'form-admin-wrong',
    about: 'something else than the code of a form was pasted',
    async reach(scene) {
      const { code, frame, words } = await opened(scene)
      await code.fill('https://b24-example.bitrix24site.ru/crm_form_abc/')
      await frame.getByText(words.problems.link).waitFor()
    },
  },
  {
    name: 'form-admin-made',
    about: 'the code for the site is there, the preview is dark',
    async reach(scene) {
      const { code, frame, words } = await opened(scene)
      await code.fill(`<script data-b24-form="inline/${FORM.id}/${FORM.sec}" data-skip-moving="true">(function(w,d,u){var s=d.createElement('script');s.async=true;s.src=u;d.head.appendChild(s)})(window,document,'https://cdn-ru.bitrix24.ru/b12345/crm/form/loader_3.js')</script>`)
      await frame.getByLabel(words.snippet.label).waitFor()
      await frame.getByRole('radio', { name: words.preview.dark }).check()
    },
  },
]
