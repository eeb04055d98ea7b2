import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import SavedNote from '../../../src/components/save/SavedNote.vue'
import type { Language } from '../../../src/domain/question-set.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'

async function providedIn(language: Language) {
  const source = await loadWords(language)
  await source.fetchAll()
  return { [WORDS]: source }
}

it('says when, by whom, in how long and with which set a lead was saved', async () => {
  const provide = await providedIn('en')
  const props = { at: '24 November at 09:30', by: 'Emily Carter', seconds: 34, set: { name: 'Basic set', version: 1 } }
  expect(mount(SavedNote, { props, global: { provide } }).text()).toBe('Saved on 24 November at 09:30, by Emily Carter, took 0:34, set “Basic set”, version 1')
})

it('leaves out what is not known', async () => {
  const provide = await providedIn('ru')
  const props = { at: '24 ноября в 09:30', by: '', seconds: undefined, set: undefined }
  expect(mount(SavedNote, { props, global: { provide } }).text()).toBe('Сохранено 24 ноября в 09:30')
})
