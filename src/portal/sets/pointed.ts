/** Sets in force that the app's options only point to: their versions are read from the shelf, in one request. */
import type { SetReference } from '../../domain/question-set.ts'
import { setReference } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { parseSet } from '../../domain/set-codec.ts'
import type { NoInstallation } from '../installation.ts'
import { OPTION_SETTINGS, optionOfSet, readInstallation, readSettings } from '../options.ts'
import type { Installation, InstallationProblem, Options } from '../options.ts'
import type { Portal, PortalError } from '../portal.ts'
import { parsePointer } from './pointer.ts'
import { readVersions } from './versions.ts'

export interface WholeOptions {
  /** The options with the text of a set wherever a pointer stood. */
  readonly options: Options
  /** Versions that are pointed to and not on the shelf, or that are another than the settings name. */
  readonly gone: readonly SetReference[]
}

function isAnother(text: string, reference: SetReference): boolean {
  const set = parseSet(text)
  return set.ok && setReference(set.value) !== reference
}

/** Fetches what is pointed to; sends nothing where nothing is. */
export async function fetchPointed(portal: Portal, options: Options): Promise<Result<WholeOptions, PortalError>> {
  const settings = readSettings(options[OPTION_SETTINGS] ?? '')
  const pointed = (settings.ok ? settings.value.inForce : []).flatMap((reference) => {
    const pointer = parsePointer(options[optionOfSet(reference)] ?? '')
    return pointer === undefined ? [] : [{ reference, pointer }]
  })
  const texts = await readVersions(portal, pointed.map(({ pointer }) => pointer))
  if (!texts.ok) return texts
  const read = pointed.map(({ reference, pointer }) => ({ reference, text: pointer === reference ? texts.value.get(reference) : undefined }))
  const found = read.flatMap(({ reference, text }) => text === undefined || isAnother(text, reference) ? [] : [[optionOfSet(reference), text] as const])
  const gone = read.flatMap(({ reference }) => found.some(([option]) => option === optionOfSet(reference)) ? [] : [reference])
  return ok({ options: { ...options, ...Object.fromEntries(found) }, gone })
}

/** The installation that these options make. */
export function installationFrom({ options, gone: [gone] }: WholeOptions): Result<Installation, InstallationProblem> {
  return gone === undefined ? readInstallation(options) : failed({ kind: 'gone', set: gone })
}

/** The same, with what the options point to. */
export async function readWhole(portal: Portal, options: Options): Promise<Result<Installation, NoInstallation>> {
  const whole = await fetchPointed(portal, options)
  return whole.ok ? installationFrom(whole.value) : failed({ kind: 'portal', error: whole.error })
}
