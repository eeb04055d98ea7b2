/** The words that a save sends to the portal: comment, to-do and notice, in the language of who saves. */
import type { Run } from '../../domain/run.ts'
import { formatInstant } from '../../i18n/format.ts'
import { itemInstruction, itemName, setText } from '../plan/item-words.ts'
import { commentText } from './comment-text.ts'
import { cutText, oneLine } from './cut-text.ts'
import type { SaveTexts } from './states.ts'
import { amountWords, foreign, leadName, ownText } from './text-values.ts'
import type { TextInput } from './text-values.ts'

const LONGEST_TODO_TITLE = 200
const LONGEST_DESCRIPTION = 3000
/** Letters of a set's own notice. */
const LONGEST_NOTICE = 2000

function todoText(input: TextInput, run: Run): SaveTexts['todo'] {
  const { messages: { basics, save: { text } }, result: { plan, reason } } = input
  const [next] = plan.items
  const total = plan.state === 'decided' ? plan.arithmetic.touches : undefined
  const own = ownText('todo', input, run)
  const description = own !== '' ? [own] : [
    text.channel(basics.channels[next.channel]),
    ...itemInstruction(next, input).map(foreign),
    ...(reason ? [text.reason(foreign(setText(input, reason.label)))] : []),
    ...Object.values(run.notes).map(note => text.note(foreign(oneLine(note)))),
  ]
  return {
    title: foreign(cutText(oneLine(itemName(next, input, total)), LONGEST_TODO_TITLE)),
    description: cutText(description.join('\n'), LONGEST_DESCRIPTION),
  }
}

/** Empty when no line tells anybody. */
function noticeText(input: TextInput, run: Run): string {
  const { language, lead: { card, responsible }, lines, messages: { save: { text } }, now, result, zone } = input
  const notice = lines.find(line => line.kind === 'notice')
  if (notice?.kind !== 'notice') return ''
  const [next] = result.plan.items
  const head = `[b]${notice.reasons.map(reason => text.noticeHead[reason]).join(', ')}[/b]: [URL=/crm/lead/details/${card.record.id}/]${leadName(input)}[/URL]`
  const own = ownText('notice', input, run)
  if (own !== '') return [head, cutText(own, LONGEST_NOTICE)].join('\n')
  return [
    head,
    ...(card.client === '' ? [] : [text.client(foreign(oneLine(card.client)))]),
    ...(responsible ? [text.responsible(foreign(oneLine(responsible.name)))] : []),
    amountWords(input),
    text.next(`${foreign(itemName(next, input))}, ${formatInstant(language, next.at, zone, now)}`),
  ].join('\n')
}

/** Makes the texts for the run that is written. */
export function saveTexts(input: TextInput): (run: Run) => SaveTexts {
  return run => ({ comment: commentText(input, run), todo: todoText(input, run), notice: noticeText(input, run) })
}
