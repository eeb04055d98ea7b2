/** The band of a horizon question in which a named day lies. */
import { chosen } from '../../domain/answers.ts'
import type { Answer } from '../../domain/answers.ts'
import { readDate } from '../../domain/iso-time.ts'
import { bandAt } from '../../domain/question-set.ts'
import type { Band, HorizonQuestion } from '../../domain/question-set.ts'
import { dayAt, readZone } from '../../domain/zone.ts'

/** `date` is YYYY-MM-DD; a day that is past counts as today. Nothing when it is no date. */
export function bandOfDate(question: HorizonQuestion, date: string, now: number, zoneName: string): Band | undefined {
  const day = readDate(date)
  const zone = readZone(zoneName)
  return day === undefined || zone === undefined ? undefined : bandAt(question.bands, Math.max(0, day - dayAt(zone, now)))
}

/** The answer with the day that the client named, or without one; an offer that was answered for the same band stays. */
export function withDate(question: HorizonQuestion, answer: Answer | undefined, date: string | undefined, now: number, zoneName: string): Answer | undefined {
  const band = date === undefined ? chosen(question, answer) : bandOfDate(question, date, now, zoneName)
  if (band === undefined) return undefined
  const offer = answer?.kind === 'choice' && answer.choice === band.id ? answer.offer : undefined
  return { kind: 'choice', choice: band.id, ...(offer && { offer }), ...(date !== undefined && { date }) }
}
