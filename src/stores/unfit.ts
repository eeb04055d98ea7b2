/** What clients said when no choice fitted, read once for all questions, and only when somebody asks for it. */
import { defineStore } from 'pinia'
import { inject, shallowRef } from 'vue'
import type { InjectionKey } from 'vue'
import type { Portal } from '../portal/portal.ts'
import { readUnfitAnswers } from '../portal/unfit-answers.ts'
import type { GatheredAnswers } from '../portal/unfit-answers.ts'

/** The portal whose journal is read; without one there is nothing to look at. */
export const JOURNAL_PORTAL: InjectionKey<Portal> = Symbol('journal-portal')

export type Unfit =
  | { readonly state: 'none' | 'reading' | 'failed' }
  | { readonly state: 'read'; readonly gathered: GatheredAnswers }

export const useUnfit = defineStore('unfit', () => {
  const portal = inject(JOURNAL_PORTAL, undefined)
  const unfit = shallowRef<Unfit>({ state: 'none' })

  async function read(): Promise<void> {
    if (!portal || unfit.value.state === 'reading') return
    unfit.value = { state: 'reading' }
    const gathered = await readUnfitAnswers(portal)
    unfit.value = gathered.ok ? { state: 'read', gathered: gathered.value } : { state: 'failed' }
  }

  return { unfit, isThere: portal !== undefined, read }
})
