/** What the app's options say about question sets: which are in force, with which fields, and how that is changed as a whole. */
import type { QuestionSet, SetReference } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { parseSet } from '../../domain/set-codec.ts'
import type { Unreadable } from '../../domain/stored.ts'
import { parseFieldMap } from '../field-map.ts'
import type { FieldMap } from '../field-map.ts'
import { LARGEST_OPTIONS, sizeOfOptions } from '../options-writing.ts'
import { OPTION_FIELDS, OPTION_SETTINGS, optionOfSet, readOptions, readSettings } from '../options.ts'
import type { Installation, Options, Settings } from '../options.ts'
import { unreadable } from '../portal.ts'
import type { Command, Portal, PortalError } from '../portal.ts'
import { fetchPointed, installationFrom } from './pointed.ts'
import type { WholeOptions } from './pointed.ts'

/** What is in force; nothing of settings and fields on a portal that is not set up. */
export interface InForce {
  /** As they are stored: a set that lies on the shelf is a pointer in there. */
  readonly options: Options
  /** The same with the sets that lie on the shelf. */
  readonly whole: WholeOptions
  readonly settings: Settings | undefined
  readonly fields: FieldMap | undefined
}

/**
 * `unreadable`: this option does not parse, and is left as it is. `too-large`: the options would be larger than a portal keeps.
 * `not-kept`: this option did not come back as written; what was there before is there again. `changed`: somebody else
 * changed the options in between; nothing was written. `unclear`: the write was sent, and what the portal holds now is not known.
 */
export type InForceProblem =
  | { readonly kind: 'portal'; readonly error: PortalError }
  | { readonly kind: 'unreadable'; readonly option: string; readonly why: Unreadable }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'not-kept'; readonly option: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'unclear'; readonly error: PortalError }

const READ: Command = { method: 'app.option.get', params: {} }

async function readAll(portal: Portal): Promise<Result<Options, Extract<InForceProblem, { kind: 'portal' }>>> {
  const sent = await portal.send({ options: READ }, { halt: true })
  const reply = sent.ok ? sent.value.options : sent
  if (!reply.ok) return failed({ kind: 'portal', error: reply.error })
  const options = readOptions(reply.value)
  return options ? ok(options) : failed({ kind: 'portal', error: unreadable('app.option.get', 'no options') })
}

/** Reads what is in force. Sets are not parsed here: one that is broken must not hinder its being replaced. */
export async function readInForce(portal: Portal): Promise<Result<InForce, InForceProblem>> {
  const options = await readAll(portal)
  if (!options.ok) return options
  const [settings, fields] = [options.value[OPTION_SETTINGS], options.value[OPTION_FIELDS]]
  const read = settings === undefined ? undefined : readSettings(settings)
  if (read?.ok === false) return failed({ kind: 'unreadable', option: OPTION_SETTINGS, why: read.error })
  const map = fields === undefined ? undefined : parseFieldMap(fields)
  if (map?.ok === false) return failed({ kind: 'unreadable', option: OPTION_FIELDS, why: map.error })
  const whole = await fetchPointed(portal, options.value)
  if (!whole.ok) return failed({ kind: 'portal', error: whole.error })
  return ok({ options: options.value, whole: whole.value, settings: read?.value, fields: map?.value })
}

/** The reference by which this set is in force. */
export function referenceInForce({ settings }: InForce, set: string): SetReference | undefined {
  return settings?.inForce.find(reference => reference.split('@', 1)[0] === set)
}

/** `gone`: the set is to lie on the shelf, where it is not. */
export type NoSet = Unreadable | { readonly kind: 'gone' }

/** The set in force as it is stored; nothing where there is none. */
export function setInForce(inForce: InForce, set: string): Result<QuestionSet, NoSet> | undefined {
  const reference = referenceInForce(inForce, set)
  const text = reference === undefined ? undefined : inForce.whole.options[optionOfSet(set)]
  if (reference === undefined || text === undefined) return undefined
  return inForce.whole.gone.includes(reference) ? failed({ kind: 'gone' }) : parseSet(text)
}

/** What is in force, as a lead is opened with it; nothing where it cannot be opened. */
export function installationIn({ whole }: InForce): Installation | undefined {
  const installation = installationFrom(whole)
  return installation.ok ? installation.value : undefined
}

function setCommand(options: Options): Command {
  return { method: 'app.option.set', params: { options } }
}

function firstThatDiffers(wanted: Options, kept: Options): string | undefined {
  return Object.keys(wanted).find(option => (kept[option] ?? '') !== wanted[option])
}

/**
 * Writes options as a whole, in one request, if they still are as they were read. What the portal then holds decides, not how
 * the write was answered; what it did not keep is taken back.
 */
export async function changeInForce(portal: Portal, { options: before }: InForce, changes: Options): Promise<Result<undefined, InForceProblem>> {
  const bytes = sizeOfOptions({ ...before, ...changes })
  if (bytes > LARGEST_OPTIONS) return failed({ kind: 'too-large', bytes })
  const now = await readAll(portal)
  if (!now.ok) return now
  if (firstThatDiffers(changes, now.value) === undefined) return ok(undefined)
  const seen = Object.fromEntries([...Object.keys(changes), OPTION_SETTINGS].map(option => [option, before[option] ?? '']))
  if (firstThatDiffers(seen, now.value) !== undefined) return failed({ kind: 'changed' })
  const sent = await portal.send({ set: setCommand(changes) }, { halt: true })
  const after = await readAll(portal)
  if (!after.ok) return failed({ kind: 'unclear', error: after.error.error })
  const lost = firstThatDiffers(changes, after.value)
  if (lost === undefined) return ok(undefined)
  const isAsBefore = firstThatDiffers(seen, after.value) === undefined
  const error = !sent.ok ? sent.error : sent.value.set.ok ? undefined : sent.value.set.error
  if (isAsBefore) return failed(error ? { kind: 'portal', error } : { kind: 'not-kept', option: lost })
  const back = await portal.send({ set: setCommand(Object.fromEntries(Object.keys(changes).map(option => [option, before[option] ?? '']))) }, { halt: true })
  return failed(back.ok ? { kind: 'not-kept', option: lost } : { kind: 'unclear', error: back.error })
}
