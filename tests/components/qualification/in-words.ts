/** A leaf of the lead tab with the words it is given, as a person finds it: by role and text. */
import { mount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { onTestFinished } from 'vitest'
import type { Language } from '../../../src/domain/question-set.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'

/** Mounts a leaf in the document, so that it can have the focus; it is taken down when the test is over. */
export async function inWords(component: Component, props: Readonly<Record<string, unknown>>, language: Language = 'ru'): Promise<VueWrapper> {
  const source = await loadWords(language)
  await source.fetchAll()
  const leaf = mount(component, { attachTo: document.body, props, global: { provide: { [WORDS]: source } } })
  onTestFinished(() => leaf.unmount())
  return leaf
}
