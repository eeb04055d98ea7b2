/** The rules by which a lead gets its set, and the order of the sets, in the app's settings. */
import type { QuestionSet } from '../../domain/question-set.ts'
import { failed } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { SetRule } from '../../domain/set-choice.ts'
import { printSettings } from '../options-writing.ts'
import { OPTION_SETTINGS, optionOfSet } from '../options.ts'
import type { Settings } from '../options.ts'
import type { Portal } from '../portal.ts'
import { changeInForce, setInForce } from './in-force.ts'
import type { InForce, InForceProblem } from './in-force.ts'
import type { PublishingProblem } from './publishing-plan.ts'
import { shelve } from './shelving.ts'

/** `last`: the only set in force cannot be withdrawn. `not-set-up`: there are no settings yet. */
export type SettingsProblem = InForceProblem | { readonly kind: 'last' } | { readonly kind: 'not-set-up' }

async function changed(portal: Portal, found: InForce, settings: Settings, gone: Readonly<Record<string, ''>> = {}): Promise<Result<undefined, SettingsProblem>> {
  return changeInForce(portal, found, { ...gone, [OPTION_SETTINGS]: printSettings(settings) })
}

/** Puts the rules into force as a whole. */
export async function putRules(portal: Portal, found: InForce, rules: readonly SetRule[]): Promise<Result<undefined, SettingsProblem>> {
  if (!found.settings) return failed({ kind: 'not-set-up' })
  return changed(portal, found, { ...found.settings, rules })
}

/** Offers this set first, where no rule says otherwise. */
export async function putFirst(portal: Portal, found: InForce, set: QuestionSet['id']): Promise<Result<undefined, SettingsProblem>> {
  if (!found.settings) return failed({ kind: 'not-set-up' })
  const isIt = (reference: string) => reference.split('@', 1)[0] === set
  const { inForce } = found.settings
  return changed(portal, found, { ...found.settings, inForce: [...inForce.filter(isIt), ...inForce.filter(one => !isIt(one))] })
}

/**
 * Takes a set out of force: nobody is asked by it any more; its versions stay, the one in force among them, and leads remember
 * theirs. Rules that give it stay without effect.
 */
export async function withdraw(portal: Portal, found: InForce, set: QuestionSet['id']): Promise<Result<undefined, SettingsProblem | PublishingProblem>> {
  if (!found.settings) return failed({ kind: 'not-set-up' })
  const inForce = found.settings.inForce.filter(reference => reference.split('@', 1)[0] !== set)
  if (inForce.length === 0) return failed({ kind: 'last' })
  // a set that the set-up published is in the settings alone so far
  const stored = setInForce(found, set)
  const kept = stored?.ok === true ? await shelve(portal, stored.value) : undefined
  if (kept?.ok === false) return kept
  return changed(portal, found, { ...found.settings, inForce }, { [optionOfSet(set)]: '' })
}
