/** The band of a horizon question in which a named day lies. */
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
