/** What there is to know about the lead and the app beside the run in hand. */
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { holderOf } from '../portal/lost-fields.ts'
import { useQualification } from './qualification.ts'
import { useSaving } from './saving.ts'
import { useWorkplace } from './workplace.ts'

export const useStanding = defineStore('standing', () => {
  const { installation } = useWorkplace()
  const work = useQualification()
  const saving = useSaving()

  return {
    converted: computed(() => work.card?.converted === true),
    withoutLeads: computed(() => work.lead?.withoutLeads === true),
    /** Fields that the portal does not have any more. */
    lost: computed(() => (work.card?.absent ?? []).map(field => holderOf(field, installation.fields))),
    missing: computed(() => work.lead?.missing ?? []),
    newer: computed(() => saving.newer),
  }
})
