/** The portal's stages of leads, read when somebody looks at where a class may move a lead. */
import { defineStore } from 'pinia'
import { inject, shallowRef } from 'vue'
import { readLeadStages } from '../portal/lead-stages.ts'
import type { LeadStage } from '../portal/lead-stages.ts'
import { OFFICE } from './office.ts'

export type Stages =
  | { readonly state: 'none' | 'reading' | 'failed' }
  | { readonly state: 'read'; readonly list: readonly LeadStage[] }

export const useLeadStages = defineStore('lead-stages', () => {
  // without a portal around it the editor has nothing to read from
  const portal = inject(OFFICE, undefined)?.portal
  const stages = shallowRef<Stages>({ state: 'none' })

  /** Once read they stay. */
  async function read(): Promise<void> {
    if (!portal || stages.value.state === 'reading' || stages.value.state === 'read') return
    stages.value = { state: 'reading' }
    const read = await readLeadStages(portal)
    stages.value = read.ok ? { state: 'read', list: read.value } : { state: 'failed' }
  }

  return { stages, isThere: portal !== undefined, read }
})
