/** A portal that tells while it waits to ask once more. */
import { ref } from 'vue'
import type { Portal, Waiting } from '../portal/portal.ts'

/** The same portal, and why a request waits to be sent again; nothing while none does. */
export function telling(portal: Portal) {
  const waiting = ref<Waiting>()
  const told: Portal = {
    async send(commands, options) {
      try {
        return await portal.send(commands, { ...options, onWait(why) { waiting.value = why } })
      } finally {
        waiting.value = undefined
      }
    },
  }
  return { portal: told, waiting }
}
