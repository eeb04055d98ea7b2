/** What there is to know about the lead and the app beside the run in hand. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { lastRun } from '../domain/lead-answers.ts'
import type { SetReference } from '../domain/question-set.ts'
import { holderOf } from '../portal/lost-fields.ts'
import { optionOfDraft } from '../portal/options.ts'
import { useQualification } from './qualification.ts'
import { useQueue } from './queue.ts'
import { useWorkplace } from './workplace.ts'

/** Stored things by where they are. */
export type Unread = 'near' | 'far' | 'run' | 'waiting'

export const useStanding = defineStore('standing', () => {
  const { installation, drafts, lead: id } = useWorkplace()
  const work = useQualification()
  const queue = useQueue()
  /** The version of the set in force now, when it is not the one that was opened; `none` when the set was taken out of force. */
  const newer = ref<SetReference | 'none'>()

  // another version may have been published since the tab was opened; this run keeps its own
  queue.attend(({ inForce }) => {
    if (!inForce) return
    const ofThisSet = (reference: string) => reference.startsWith(`${work.set.id}@`)
    const now = inForce.find(ofThisSet) ?? 'none'
    newer.value = now === installation.settings.inForce.find(ofThisSet) ? undefined : now
  })

  return {
    converted: computed(() => work.card?.converted === true),
    withoutLeads: computed(() => work.lead?.withoutLeads === true),
    /** Fields that the portal does not have any more. */
    lost: computed(() => (work.card?.absent ?? []).map(field => holderOf(field, installation.fields))),
    missing: computed(() => work.lead?.missing ?? []),
    newer,
    /** Where the portal keeps the draft. */
    draftOption: optionOfDraft(id),
    /** What is stored and does not parse: places of the draft, the field of the last run, the save that waited here. */
    unread: computed((): readonly Unread[] => {
      const fields = work.card?.record.fields
      const [near = false, far = false] = drafts.unread()
      return [
        near && 'near' as const,
        far && 'far' as const,
        fields?.run !== undefined && !lastRun(fields) && 'run' as const,
        queue.kept.some(kept => kept.lead === id && !kept.waiting) && 'waiting' as const,
      ].filter(place => place !== false)
    }),
  }
})
