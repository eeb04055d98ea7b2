/** The words that a save sends to the portal: comment, to-do and notice, in the language of who saves. */
import type { Run } from '../../domain/run.ts'
import type { WriteLine } from '../../domain/write-plan.ts'
import { formatInstant } from '../../i18n/format.ts'
import type { OpenedLead } from '../../stores/qualification.ts'
import { itemInstruction, itemName, setText } from '../plan/item-words.ts'
import { amountWords, commentText, foreign } from './comment-text.ts'
import type { TextInput } from './comment-text.ts'
import { cutText, oneLine } from './cut-text.ts'
import type { SaveTexts } from './states.ts'

export interface SaveTextsInput extends TextInput {
  readonly lead: OpenedLead
  /** The lines that are written. */
  readonly lines: readonly WriteLine[]
}

const LONGEST_TODO_TITLE = 200
const LONGEST_DESCRIPTION = 3000
const LONGEST_LEAD_TITLE = 120

function todoText(input: SaveTextsInput, run: Run): SaveTexts['todo'] {
  const { messages: { basics, save: { text } }, result: { plan, reason } } = input
  const [next] = plan.items
  const total = plan.state === 'decided' ? plan.arithmetic.touches : undefined
  const description = [
    text.channel(basics.channels[next.channel]),
    ...itemInstruction(next, input),
    ...(reason ? [text.reason(setText(input, reason.label))] : []),
    ...Object.values(run.notes).map(note => text.note(oneLine(note))),
  ]
  return {
    title: foreign(cutText(oneLine(itemName(next, input, total)), LONGEST_TODO_TITLE)),
    description: cutText(description.map(foreign).join('\n'), LONGEST_DESCRIPTION),
  }
}

/** Empty when no line tells anybody. */
function noticeText(input: SaveTextsInput): string {
  const { language, lead: { card, responsible }, lines, messages: { save: { text } }, now, result, zone } = input
  const notice = lines.find(line => line.kind === 'notice')
  if (notice?.kind !== 'notice') return ''
  const written = lines.find(line => line.kind === 'title')
  const title = written?.kind === 'title' ? written.to : card.record.title
  const named = foreign(cutText(oneLine(title), LONGEST_LEAD_TITLE)) || `#${card.record.id}`
  const [next] = result.plan.items
  return [
    `[b]${notice.reasons.map(reason => text.noticeHead[reason]).join(', ')}[/b]: [URL=/crm/lead/details/${card.record.id}/]${named}[/URL]`,
    ...(card.client === '' ? [] : [text.client(foreign(oneLine(card.client)))]),
    ...(responsible ? [text.responsible(foreign(oneLine(responsible.name)))] : []),
    amountWords(input),
    text.next(`${foreign(itemName(next, input))}, ${formatInstant(language, next.at, zone, now)}`),
  ].join('\n')
}

/** Makes the texts for the run that is written. */
export function saveTexts(input: SaveTextsInput): (run: Run) => SaveTexts {
  return run => ({ comment: commentText(input, run), todo: todoText(input, run), notice: noticeText(input) })
}
