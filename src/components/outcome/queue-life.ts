/** What waits is tried while somebody looks, at once when the connection is back, and shown as other tabs leave it. */
import { onBeforeUnmount, onMounted } from 'vue'
import { useQueue } from '../../stores/queue.ts'
import { useUnfinished } from '../../stores/unfinished.ts'

export function useQueueLife(): void {
  const queue = useQueue()
  const unfinished = useUnfinished()

  const attend = () => { if (document.visibilityState === 'visible') queue.start(); else queue.stop() }
  const hurry = () => { queue.hurry() }
  const hear = () => { queue.refresh() }

  onMounted(() => {
    unfinished.begin()
    document.addEventListener('visibilitychange', attend)
    window.addEventListener('online', hurry)
    window.addEventListener('storage', hear)
  })
  onBeforeUnmount(() => {
    queue.stop()
    document.removeEventListener('visibilitychange', attend)
    window.removeEventListener('online', hurry)
    window.removeEventListener('storage', hear)
  })
}
