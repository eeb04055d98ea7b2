/** A save that wrote nothing: what happened, what is kept, what next. */
import type { WriteLine } from '../../domain/write-plan.ts'
import { fieldName } from './field-name.ts'
import { lineWords } from './line-words.ts'
import type { LineContext } from './line-words.ts'
import type { Failure, PortalError } from './states.ts'

export interface FailureWords {
  readonly tone: 'bad' | 'warning'
  readonly title: string
  readonly text: string
  /** What the portal said, or what the map of fields lacks. */
  readonly error?: PortalError
  readonly details?: string
  /** The portal's error needs no sentence of its own beside the text. */
  readonly plain?: boolean
  readonly retry: boolean
  /** The answers are offered to be copied. */
  readonly copy?: boolean
  /** Lines that the rest can be saved without. */
  readonly leaveOut?: { readonly label: string; readonly lines: readonly WriteLine[]; readonly named: boolean }
}

/** What to say where the portal's error says enough by its kind, whether reading or writing met it. */
function byError(error: PortalError, reading: boolean, { messages: { trouble } }: LineContext): FailureWords | undefined {
  const told = { tone: 'bad', error, plain: true, retry: true, copy: true } as const
  switch (error.kind) {
    case 'not-found': return { ...told, ...trouble.gone, retry: false }
    case 'not-allowed': return { ...told, ...reading ? trouble.closed : trouble.mayNotChange }
    case 'expired': return { ...told, ...trouble.expired }
    case 'no-access':
    case 'missing-scope':
    case 'no-rest':
    case 'busy':
    case 'unreachable':
    case 'no-result':
    case 'not-run':
    case 'refused':
    case 'unreadable': return undefined
  }
}

function refused({ error, refusal }: Extract<Failure, { state: 'refused' }>, context: LineContext): FailureWords {
  const { save, trouble } = context.messages
  const told = { tone: 'bad', error, retry: true } as const
  switch (refusal.kind) {
    case 'required': {
      const names = refusal.fields.map(field => fieldName(field, context)).join(', ')
      const { title, text, fields } = trouble.required
      return { ...told, plain: true, title, text: names === '' ? text : `${fields(names)} ${text}` }
    }
    case 'value': return { ...told, plain: true, ...trouble.value, leaveOut: { label: trouble.withoutThis, lines: refusal.lines, named: true } }
    case 'stage': {
      const [line] = refusal.lines
      const stage = line ? lineWords(line, context).to : ''
      const { title, text, silent } = trouble.stage
      const leaveOut = { label: trouble.withoutStage, lines: refusal.lines, named: false }
      return { ...told, plain: true, title: error.kind === 'no-result' ? save.refusedTitle : title, text: error.kind === 'no-result' ? silent(stage) : text(stage), leaveOut }
    }
    case 'other': return byError(error, false, context) ?? { ...told, title: save.refusedTitle, text: save.refusedText }
  }
}

export function failureWords(failure: Failure, context: LineContext): FailureWords {
  const { save, trouble } = context.messages
  switch (failure.state) {
    case 'unread': return byError(failure.error, true, context)
      ?? { tone: 'bad', title: save.unreadTitle, text: save.unreadText, error: failure.error, retry: true }
    case 'refused': return refused(failure, context)
    case 'unmapped': return {
      tone: 'bad', title: save.unmappedTitle, text: save.unmappedText, details: failure.what, retry: false,
      leaveOut: { label: trouble.withoutThis, lines: failure.lines, named: true },
    }
  }
}
