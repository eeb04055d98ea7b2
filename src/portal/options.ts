/** What the app keeps in the portal's options: one stored row for the app, one for each user. */
import * as v from 'valibot'
import { isKnownZone } from '../domain/known-zone.ts'
import type { QuestionSet, SetReference } from '../domain/question-set.ts'
import { Reference } from '../domain/run.ts'
import { parseSet } from '../domain/set-codec.ts'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { parseJson } from '../domain/stored.ts'
import type { Unreadable } from '../domain/stored.ts'
import { parseFieldMap } from './field-map.ts'
import type { FieldMap } from './field-map.ts'

export const SETTINGS_FORMAT = 1

/**
 * `inForce`: the published sets with their versions, the first is the one offered. `zone`: the portal's IANA zone. `rules`: by
 * which a lead gets one of several sets, as they are stored (`sets/read-set-rules.ts`).
 */
export interface Settings {
  readonly zone: string
  readonly inForce: readonly SetReference[]
  readonly rules?: unknown
}

const StoredSettings = v.strictObject({
  format: v.literal(SETTINGS_FORMAT),
  zone: v.pipe(v.string(), v.check(isKnownZone, 'IANA zone')),
  inForce: v.array(Reference),
  rules: v.exactOptional(v.unknown()),
})

export const OPTION_SETTINGS = 'settings'
export const OPTION_FIELDS = 'fields'

/** Option of a set, by its id or by a reference with its version. */
export function optionOfSet(set: string): string {
  return `set.${set.split('@', 1)[0] ?? ''}`
}

/** User option of a save or an undo that is not closed yet. */
export function optionOfOpenEntry(lead: number): string {
  return `r.${lead}`
}

/** User option of the draft of a run. */
export function optionOfDraft(lead: number): string {
  return `d.${lead}`
}

/** Reads the stored settings. */
export function readSettings(text: string): Result<Settings, Unreadable> {
  const settings = parseJson(StoredSettings, SETTINGS_FORMAT, text)
  if (!settings.ok) return settings
  const { format: _, ...known } = settings.value
  return ok(known)
}

/** Options as they come: an object of strings, or an empty PHP array. */
export type Options = Readonly<Record<string, string>>

const RawOptions = v.union([
  v.pipe(v.array(v.unknown()), v.maxLength(0), v.transform((): Record<string, unknown> => ({}))),
  v.record(v.string(), v.unknown()),
])

/** Reads the options of getInitData, app.option.get or user.option.get; what is no text is left out. */
export function readOptions(raw: unknown): Options | undefined {
  const parsed = v.safeParse(RawOptions, raw)
  if (!parsed.success) return undefined
  return Object.fromEntries(Object.entries(parsed.output).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''))
}

/** What the app has been set up with. */
export interface Installation {
  readonly settings: Settings
  readonly fields: FieldMap
  /** The published sets, the one offered first. */
  readonly sets: readonly QuestionSet[]
}

/**
 * `not-set-up`: nothing was published yet. `unreadable`: the option of this name does not parse; it is left as it is.
 * `gone`: the options point to this version on the shelf (`sets/pointed.ts`), where it is not.
 */
export type InstallationProblem =
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'gone'; readonly set: SetReference }
  | { readonly kind: 'unreadable'; readonly option: string; readonly why: Unreadable }

/** Reads settings, field map and sets in force from the app's options. */
export function readInstallation(options: Options): Result<Installation, InstallationProblem> {
  const storedSettings = options[OPTION_SETTINGS]
  const storedFields = options[OPTION_FIELDS]
  if (storedSettings === undefined || storedFields === undefined) return failed({ kind: 'not-set-up' })
  const settings = readSettings(storedSettings)
  if (!settings.ok) return failed({ kind: 'unreadable', option: OPTION_SETTINGS, why: settings.error })
  const fields = parseFieldMap(storedFields)
  if (!fields.ok) return failed({ kind: 'unreadable', option: OPTION_FIELDS, why: fields.error })
  const sets: QuestionSet[] = []
  for (const option of settings.value.inForce.map(optionOfSet)) {
    const stored = options[option]
    if (stored === undefined) return failed({ kind: 'not-set-up' })
    const set = parseSet(stored)
    if (!set.ok) return failed({ kind: 'unreadable', option, why: set.error })
    sets.push(set.value)
  }
  if (sets.length === 0) return failed({ kind: 'not-set-up' })
  return ok({ settings: settings.value, fields: fields.value, sets })
}
