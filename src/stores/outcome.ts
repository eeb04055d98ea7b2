/** What comes of the answers: code, class, coefficient, follow-up plan. Computed anew at every answer, never set. */
import { defineStore } from 'pinia'
import { computed, markRaw } from 'vue'
import { qualify } from '../domain/qualification.ts'
import type { QuestionSet } from '../domain/question-set.ts'
import { compileWorkingTime } from '../domain/working-time.ts'
import type { WorkingCalendar } from '../domain/working-time.ts'
import { useQualification } from './qualification.ts'

/** The set's working time; a browser that does not know its zone counts in UTC. */
function calendarOf({ followUp: { workingTime } }: QuestionSet, zone: string): WorkingCalendar {
  const compiled = compileWorkingTime({ ...workingTime, zone }, zone)
  if (!compiled.ok) throw new Error(`a set in force has working time: ${compiled.error.kind}`)
  return compiled.value
}

export const useOutcome = defineStore('outcome', () => {
  const work = useQualification()
  const calendar = markRaw(calendarOf(work.set, work.zone))
  const result = computed(() => qualify({
    set: work.set,
    calendar,
    answers: work.run.answers,
    amount: work.card?.record.opportunity,
    now: work.moment,
    namedDate: work.run.namedDate,
  }))
  return { calendar, result }
})
