/** Putting sets, field map and settings into force: one write of the app's options, read back after. */
import { setReference } from '../../domain/question-set.ts'
import type { QuestionSet } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { printSet } from '../../domain/set-codec.ts'
import { examine, mayPublish } from '../../domain/set-doctor.ts'
import type { Finding } from '../../domain/set-doctor.ts'
import type { FieldMap } from '../field-map.ts'
import { printFieldMap } from '../field-map.ts'
import { literalJson } from '../literal.ts'
import { LARGEST_OPTIONS, printSettings, sizeOfOptions } from '../options-writing.ts'
import { OPTION_FIELDS, OPTION_SETTINGS, optionOfSet, readOptions, readSettings } from '../options.ts'
import type { Options } from '../options.ts'
import type { Portal, PortalError } from '../portal.ts'

/** `ill`: the doctor forbids it. `too-large`: the options would be larger than a portal keeps. `not-kept`: this option did not come back as written. */
export type PublishProblem =
  | { readonly kind: 'ill'; readonly set: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'not-kept'; readonly option: string }
  | { readonly kind: 'portal'; readonly error: PortalError }

/** The options that these sets, fields and zone make. */
export function optionsOf(sets: readonly QuestionSet[], map: FieldMap, zone: string): Options {
  return {
    ...Object.fromEntries(sets.map(set => [optionOfSet(set.id), literalJson(printSet(set))])),
    [OPTION_FIELDS]: printFieldMap(map),
    [OPTION_SETTINGS]: printSettings({ zone, inForce: sets.map(setReference) }),
  }
}

/** The settings as they are, with what is published in them: what else an administrator set there stays. */
function keptSettings(before: Options, sets: readonly QuestionSet[], zone: string): Options {
  const settings = readSettings(before[OPTION_SETTINGS] ?? '')
  return settings.ok ? { [OPTION_SETTINGS]: printSettings({ ...settings.value, zone, inForce: sets.map(setReference) }) } : {}
}

async function readAppOptions(portal: Portal): Promise<Result<Options, PublishProblem>> {
  const sent = await portal.send({ options: { method: 'app.option.get', params: {} } }, { halt: true })
  if (!sent.ok) return failed({ kind: 'portal', error: sent.error })
  const { options } = sent.value
  return options.ok ? ok(readOptions(options.value) ?? {}) : failed({ kind: 'portal', error: options.error })
}

/** Publishes the sets, the first being the one offered. `zone` is the portal's IANA zone. Options of others are left alone. */
export async function publish(portal: Portal, sets: readonly QuestionSet[], map: FieldMap, zone: string): Promise<Result<Options, PublishProblem>> {
  for (const set of sets) {
    const { findings } = examine(set)
    if (!mayPublish(findings)) return failed({ kind: 'ill', set: set.id, findings })
  }
  const before = await readAppOptions(portal)
  if (!before.ok) return before
  const options = { ...optionsOf(sets, map, zone), ...keptSettings(before.value, sets, zone) }
  const bytes = sizeOfOptions({ ...before.value, ...options })
  if (bytes > LARGEST_OPTIONS) return failed({ kind: 'too-large', bytes })
  if (Object.entries(options).every(([name, value]) => before.value[name] === value)) return ok(options)
  const sent = await portal.send({ set: { method: 'app.option.set', params: { options } } }, { halt: true })
  if (!sent.ok) return failed({ kind: 'portal', error: sent.error })
  if (!sent.value.set.ok) return failed({ kind: 'portal', error: sent.value.set.error })
  const after = await readAppOptions(portal)
  if (!after.ok) return after
  const lost = Object.keys(options).find(name => after.value[name] !== options[name])
  return lost === undefined ? ok(options) : failed({ kind: 'not-kept', option: lost })
}
