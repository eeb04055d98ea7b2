/** The set editor with a draft in it, and a few ways to use it as a person would. */
import { flushPromises, mount } from '@vue/test-utils'
import type { DOMWrapper, VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import EditorPage from '../../src/components/editor/EditorPage.vue'
import type { Language, SetDraft } from '../../src/domain/question-set.ts'
import { loadEditorWords } from '../../src/i18n/editor-words.ts'
import type { EditorMessages } from '../../src/i18n/editor-words.ts'
import { loadWords, WORDS } from '../../src/i18n/words.ts'
import { PAUSE, useEditing } from '../../src/stores/editing.ts'
import { OFFICE } from '../../src/stores/office.ts'
import type { Office } from '../../src/stores/office.ts'
import { wordsOf } from './workplace.ts'

export interface OpenEditor {
  readonly page: VueWrapper
  readonly words: EditorMessages
  readonly editing: ReturnType<typeof useEditing>
  /** What the editor gave back after each edit. */
  readonly changes: () => readonly SetDraft[]
  readonly field: (label: string, at?: number) => DOMWrapper<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>
  readonly button: (name: string) => DOMWrapper<HTMLButtonElement>
  readonly section: (title: string) => Promise<void>
  /** The editor's own announcement. */
  readonly said: () => string
}

export interface EditorWishes {
  readonly language?: Language
  readonly office?: Office
  readonly versions?: readonly SetDraft[]
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? element.textContent.replace(/\s+/g, ' ').trim()
}

/** Mounts the editor; the doctor looks at once after every edit. It is taken down when the test is over. */
export async function openEditor(draft: SetDraft, { language = 'ru', office, versions }: EditorWishes = {}): Promise<OpenEditor> {
  const pinia = createPinia()
  const page = mount(EditorPage, {
    attachTo: document.body,
    props: { draft, ...(versions && { versions }) },
    global: {
      plugins: [pinia],
      provide: {
        [WORDS]: await loadWords(language),
        [PAUSE]: (run: () => void) => { run(); return () => undefined },
        ...(office && { [OFFICE]: office }),
      },
    },
  })
  onTestFinished(() => page.unmount())
  const { messages: words } = await loadEditorWords(language)
  const settle = async (): Promise<void> => {
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
  }
  await settle()

  const among = <T extends Element>(found: readonly DOMWrapper<T>[], name: string, at: number, named: (one: DOMWrapper<T>) => string): DOMWrapper<T> => {
    const exact = found.filter(candidate => named(candidate) === name)
    const one = (exact.length > 0 ? exact : found.filter(candidate => named(candidate).includes(name)))[at]
    if (!one) throw new Error(`nothing is called “${name}” among ${JSON.stringify(found.map(named))}`)
    return one
  }
  const button = (name: string) => among(page.findAll<HTMLButtonElement>('button'), name, 0, one => nameOf(one.element))
  return {
    page,
    words,
    editing: useEditing(pinia),
    changes: () => (page.emitted<[SetDraft]>('changed') ?? []).map(([set]) => set),
    button,
    field: (label, at = 0) => among(page.findAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input, textarea, select'), label, at, (one) => {
      const around = one.element.closest('label')?.querySelector('span')
      return one.element.getAttribute('aria-label') ?? (around ? nameOf(around) : '')
    }),
    async section(title) {
      await button(title).trigger('click')
      await settle()
    },
    said: () => wordsOf(page.find('.editor > [role="status"]')),
  }
}
