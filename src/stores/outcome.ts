/** What comes of the answers: code, class, coefficient, follow-up plan. Computed anew at every answer, never set. */
import { defineStore } from 'pinia'
import { computed, markRaw, shallowRef, watch } from 'vue'
import type { Answers } from '../domain/answers.ts'
import { qualify } from '../domain/qualification.ts'
import type { Qualification } from '../domain/qualification.ts'
import type { Question, QuestionSet } from '../domain/question-set.ts'
import { compileWorkingTime } from '../domain/working-time.ts'
import type { WorkingCalendar } from '../domain/working-time.ts'
import { useQualification } from './qualification.ts'
import { useWorkplace } from './workplace.ts'

/** One moment of a run, with all that its details are told from. */
export interface Settled {
  readonly answers: Answers
  readonly result: Qualification
  /** Epoch milliseconds. */
  readonly moment: number
  /** The run has answers that are not written. */
  readonly dirty: boolean
  /** The one that is asked. */
  readonly question: Question | undefined
}

/** The set's working time; a browser that does not know its zone counts in UTC. */
function calendarOf({ followUp: { workingTime } }: QuestionSet, zone: string): WorkingCalendar {
  const compiled = compileWorkingTime({ ...workingTime, zone }, zone)
  if (!compiled.ok) throw new Error(`a set in force has working time: ${compiled.error.kind}`)
  return compiled.value
}

export const useOutcome = defineStore('outcome', () => {
  const work = useQualification()
  const { afterPaint } = useWorkplace()
  const calendar = markRaw(calendarOf(work.set, work.zone))
  const result = computed(() => qualify({
    set: work.set,
    calendar,
    answers: work.run.answers,
    amount: work.card?.record.opportunity,
    now: work.moment,
    namedDate: work.run.namedDate,
  }))

  const now = (): Settled => ({ answers: work.run.answers, result: result.value, moment: work.moment, dirty: work.dirty, question: work.question })
  /** Lags behind by one paint: a key press shows its code and plan first, and the details of it right after. */
  const settled = shallowRef(now())
  let waiting = false

  /** Makes the details those of this moment at once. */
  function settle(): void {
    settled.value = now()
  }

  watch(() => [work.run, work.moment], () => {
    if (waiting) return
    waiting = true
    afterPaint(() => {
      waiting = false
      settle()
    })
  }, { flush: 'sync' })
  watch(() => work.card, settle, { flush: 'sync' })

  return { calendar, result, settled, settle }
})
