/** Another of the sets in force, chosen by hand for this lead. */
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { carriedDraft } from '../domain/carried-draft.ts'
import type { Draft } from '../domain/draft.ts'
import { answersOfLead } from '../domain/lead-answers.ts'
import { setReference } from '../domain/question-set.ts'
import type { QuestionSet } from '../domain/question-set.ts'
import { useQualification } from './qualification.ts'
import { draftOf } from './run-state.ts'
import { useSaving } from './saving.ts'
import { useWorkplace } from './workplace.ts'
import type { Drafts } from './workplace.ts'

/** The drafts with one more, until it is forgotten: a browser may keep none. */
function handingOver(drafts: Drafts, draft: Draft): Drafts {
  let handed: readonly Draft[] = [draft]
  return {
    ...drafts,
    read: user => [...handed, ...drafts.read(user)],
    forget(user) {
      handed = []
      drafts.forget(user)
    },
  }
}

export const useAnotherSet = defineStore('another-set', () => {
  const workplace = useWorkplace()
  const work = useQualification()
  const saving = useSaving()
  const { installation, left = [], reopen } = workplace

  /** The sets to choose from; none while the lead may not be changed, or is being saved. */
  const others = computed(() => reopen && work.lead && !work.readOnly && !work.busy && !saving.busy ? installation.sets.filter(set => set !== work.set) : [])

  /** Asks by another set; what was answered goes along as far as that set asks it, and is there again on the way back. */
  async function ask(set: QuestionSet): Promise<void> {
    const { lead } = work
    if (!reopen || !lead) return
    const { drafts } = workplace
    const leaving = draftOf(work.set, work.run, workplace.now(), work.seconds())
    const reference = setReference(set)
    const before = left.find(draft => draft.set === reference)
    const draft = carriedDraft(set, leaving, before, answersOfLead(set, lead.card.record.fields))
    const isBegun = draft.answered.length > 0 || Object.keys(draft.notes).length > 0 || draft.namedDate !== undefined
    if (isBegun) drafts.keep(lead.me.id, draft)
    await reopen({
      ...workplace,
      installation: { ...installation, sets: [set, ...installation.sets.filter(other => other !== set)] },
      drafts: isBegun ? handingOver(drafts, draft) : drafts,
      left: [leaving, ...left.filter(one => one.set !== reference && one.set !== leaving.set)],
    })
  }

  return { others, ask }
})
