/** A client who was qualified before: his answers of then, to be asked once more instead of anew. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { earlierAnswers } from '../domain/earlier-answers.ts'
import { ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { clientOf, findEarlierLead } from '../portal/earlier-lead.ts'
import type { EarlierLead } from '../portal/earlier-lead.ts'
import type { PortalError } from '../portal/portal.ts'
import { useQualification } from './qualification.ts'
import { draftOf } from './run-state.ts'
import { useWorkplace } from './workplace.ts'

export const useClientBefore = defineStore('client-before', () => {
  const { portal, installation: { fields: map }, now } = useWorkplace()
  const work = useQualification()
  const found = shallowRef<Result<EarlierLead | undefined, PortalError>>(ok(undefined))
  /** The lead whose answers this run has taken. */
  const taken = shallowRef<EarlierLead>()

  const lead = computed(() => found.value.ok ? found.value.value : undefined)
  const answers = computed(() => lead.value ? earlierAnswers(work.set, lead.value.fields, work.run.answers) : {})

  /** Asks the portal once; a lead that is qualified already, or is only to be read, needs nothing from before. */
  async function look(): Promise<void> {
    const { card } = work
    if (!card || work.readOnly || work.previous || card.record.fields.code !== undefined) return
    const client = clientOf(card)
    if (client) found.value = await findEarlierLead(portal, card, client, map)
  }

  /** Takes the answers over; each is asked once more, and none counts as given. */
  function take(): void {
    const answersOfBoth = { ...work.run.answers, ...answers.value }
    taken.value = lead.value
    work.continueFrom(draftOf(work.set, { ...work.run, answers: answersOfBoth, again: true }, now(), work.seconds()))
  }

  return { found, lead, answers, taken, look, take }
})
