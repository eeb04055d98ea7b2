/** The plan in one line. */
import type { Plan } from '../../domain/follow-up.ts'
import { formatInstant } from '../../i18n/format.ts'
import { formulaWords } from '../plan/formula-words.ts'
import { inSentence, itemLabel } from '../plan/item-words.ts'
import type { SetWords } from '../plan/item-words.ts'

export interface PlanLine {
  /** `6 × 4 = 24 касания`; nothing while the class is open. */
  readonly sum: string | undefined
  /** The next step: `первое: звонок, 23 ноября в 09:45`. */
  readonly next: string
}

/** `zone` is an IANA name, `now` epoch milliseconds. */
export function planLine(plan: Plan, words: SetWords, zone: string, now: number): PlanLine {
  const { language, messages: { basics, plan: t } } = words
  const [item] = plan.items
  const when = formatInstant(language, item.at, zone, now)
  const channel = inSentence(basics.channels[item.channel])
  const next = item.kind === 'touch' ? t.first(channel, when) : t.next(itemLabel(item, words), channel, when)
  if (plan.state === 'open') return { sum: undefined, next }
  const { touches } = plan.arithmetic
  return { sum: touches > 0 ? formulaWords(language, plan.arithmetic, t.touches(touches)) : t.noTouches, next }
}
