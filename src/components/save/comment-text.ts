/** The comment in the lead's timeline: what came out of a qualification, with the answers behind it. */
import { classTriple } from '../../domain/lead-class.ts'
import type { Run } from '../../domain/run.ts'
import { formatInstant, formatNumber, formatSeconds } from '../../i18n/format.ts'
import { itemName, setText } from '../plan/item-words.ts'
import { cutBytes } from './cut-text.ts'
import { amountWords, answerLines, foreign, ownText } from './text-values.ts'
import type { TextInput } from './text-values.ts'

/** Bytes of a whole comment; the mark that is put after it is short. */
const LONGEST_COMMENT = 20_000

function headLines(input: TextInput): readonly string[] {
  const { language, messages: { plan, save: { text } }, result } = input
  const { class: scored } = result.score
  const leadClass = scored.state === 'decided' ? text.class(classTriple(scored.class)) : text.classOpen
  const numbers = [
    result.coefficient !== undefined && text.coefficient(formatNumber(language, result.coefficient)),
    amountWords(input),
    result.plan.state === 'decided' && plan.touches(result.plan.arithmetic.touches),
    result.important && text.important,
  ]
  return [
    `[b]${[result.code === undefined ? '' : text.head(result.code), leadClass].filter(part => part !== '').join(', ')}[/b]`,
    numbers.filter(part => part !== false).join(', '),
    ...(result.reason ? [text.reason(foreign(setText(input, result.reason.label)))] : []),
  ]
}

/** BB code with foreign words neutralised, at most 20 kB; the set's own words come below the first line. */
export function commentText(input: TextInput, run: Run): string {
  const { language, messages: { basics, save }, now, result: { plan }, set, zone } = input
  const { text } = save
  const [next] = plan.items
  const total = plan.state === 'decided' ? plan.arithmetic.touches : undefined
  const step = [foreign(itemName(next, input, total)), basics.channels[next.channel], formatInstant(language, next.at, zone, now)]
  const source = [save.setVersion(foreign(setText(input, set.name)), set.version), text.took(formatSeconds(run.seconds))]
  const [head = '', ...numbers] = headLines(input)
  const own = ownText('comment', input, run)
  const parts = own !== '' ? [[head, own]] : [
    [head, ...numbers],
    [text.next(step.join(', '))],
    answerLines(input, run, true),
    [source.join(', ')],
  ]
  return cutBytes(parts.filter(lines => lines.length > 0).map(lines => lines.join('\n')).join('\n\n'), LONGEST_COMMENT)
}
