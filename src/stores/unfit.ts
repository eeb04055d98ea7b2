/** What clients said when no choice fitted, read once for all questions, and only when somebody asks for it. */
import { defineStore } from 'pinia'
import { inject, shallowRef } from 'vue'
import { readUnfitAnswers } from '../portal/unfit-answers.ts'
import type { GatheredAnswers } from '../portal/unfit-answers.ts'
import { OFFICE } from './office.ts'

export type Unfit =
  | { readonly state: 'none' | 'reading' | 'failed' }
  | { readonly state: 'read'; readonly gathered: GatheredAnswers }

export const useUnfit = defineStore('unfit', () => {
  // without a portal around it the editor has nothing to read from
  const portal = inject(OFFICE, undefined)?.portal
  const unfit = shallowRef<Unfit>({ state: 'none' })

  async function read(): Promise<void> {
    if (!portal || unfit.value.state === 'reading') return
    unfit.value = { state: 'reading' }
    const gathered = await readUnfitAnswers(portal)
    unfit.value = gathered.ok ? { state: 'read', gathered: gathered.value } : { state: 'failed' }
  }

  return { unfit, isThere: portal !== undefined, read }
})
