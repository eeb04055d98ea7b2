/** Order in a list by keys and by mouse; every entry's element has `data-entry`, its index. */
import { nextTick, ref } from 'vue'
import { useEditorWords } from '../../../i18n/editor-words.ts'
import { useEditing } from '../../../stores/editing.ts'

interface Ordered {
  readonly count: () => number
  readonly nameOf: (index: number) => string
  readonly move: (from: number, to: number) => void
}

/** What an entry's element needs: bind it with `v-bind`. */
export interface EntryTies {
  readonly 'data-entry': number
  readonly 'data-dragged': boolean
  readonly 'data-over': boolean
  readonly onKeydown: (event: KeyboardEvent) => void
  readonly onDragover: (event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** The focus stays with the entry that was moved: a browser takes it from an element that changes its place. */
export function useListOrder({ count, nameOf, move }: Ordered) {
  const { messages: { fields: words } } = useEditorWords()
  const editing = useEditing()
  const dragged = ref<number>()
  const over = ref<number>()

  async function put(from: number, to: number, focused?: Element | null): Promise<void> {
    if (to < 0 || to >= count() || to === from) return
    const name = nameOf(from)
    move(from, to)
    editing.say(words.moved(name, to + 1, count()))
    await nextTick()
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
  }

  function grab(index: number, event: DragEvent): void {
    dragged.value = index
    event.dataTransfer?.setData('text/plain', nameOf(index))
    const entry = event.target instanceof Element ? event.target.closest('[data-entry]') : null
    if (entry) event.dataTransfer?.setDragImage(entry, 0, 0)
  }

  function letGo(): void {
    dragged.value = undefined
    over.value = undefined
  }

  function ties(index: number): EntryTies {
    return {
      'data-entry': index,
      'data-dragged': dragged.value === index,
      'data-over': dragged.value !== undefined && over.value === index && dragged.value !== index,
      onKeydown(event) {
        const step = STEPS[event.key]
        // a list of options opens with the same keys
        if (event.target instanceof HTMLSelectElement) return
        if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || step === undefined) return
        event.preventDefault()
        event.stopPropagation()
        void put(index, index + step, document.activeElement)
      },
      onDragover(event) {
        if (dragged.value === undefined) return
        event.preventDefault()
        event.stopPropagation()
        over.value = index
      },
      onDrop(event) {
        if (dragged.value === undefined) return
        event.preventDefault()
        event.stopPropagation()
        const from = dragged.value
        letGo()
        void put(from, index)
      },
    }
  }

  return { ties, grab, letGo, put: (from: number, to: number) => put(from, to, document.activeElement) }
}
