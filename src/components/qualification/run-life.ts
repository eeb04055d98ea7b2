/** What a run does by itself: its clock stands still while nobody can see it, its draft goes to the portal on a pause. */
import { onBeforeUnmount, onMounted, watch } from 'vue'
import type { ShallowRef } from 'vue'
import type { useQualification } from '../../stores/qualification.ts'

/** Milliseconds without a change after which the draft is sent. */
export const DRAFT_PAUSE = 10_000
/** Milliseconds between looks at the clock, for the dates of the plan. */
const MINUTE = 60_000

export function useRunLife(store: ReturnType<typeof useQualification>, root: Readonly<ShallowRef<HTMLElement | null>>): void {
  let pause: ReturnType<typeof setTimeout> | undefined
  let minute: ReturnType<typeof setInterval> | undefined
  let sight: IntersectionObserver | undefined
  let inSight = true

  function attend(): void {
    if (document.visibilityState === 'visible' && inSight) {
      store.resume()
    } else {
      store.pause()
      void store.sendDraft()
    }
  }

  watch(() => store.run, () => {
    clearTimeout(pause)
    pause = setTimeout(() => { void store.sendDraft() }, DRAFT_PAUSE)
  })

  onMounted(() => {
    document.addEventListener('visibilitychange', attend)
    minute = setInterval(() => { store.refresh() }, MINUTE)
    if (typeof IntersectionObserver !== 'undefined' && root.value) {
      // a tab that the card hides stays "visible" for the document, but is seen by nobody
      sight = new IntersectionObserver(([entry]) => {
        inSight = entry?.isIntersecting ?? true
        attend()
      })
      sight.observe(root.value)
    }
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', attend)
    clearTimeout(pause)
    clearInterval(minute)
    sight?.disconnect()
  })
}
