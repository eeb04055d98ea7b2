/** Where and as whom the app was opened. */
import * as v from 'valibot'
import type { Language } from '../domain/question-set.ts'

/** Codes of the placements that have a screen; `DEFAULT` is the app's main page. */
export const SCREENS = ['CRM_LEAD_DETAIL_TAB', 'DEFAULT'] as const
export type Screen = (typeof SCREENS)[number]

export interface Context {
  /** The screen for the placement; none for one that has no screen. */
  readonly screen: Screen | undefined
  /** The lead of the card, 0 while it is not saved yet; nothing outside a lead card. */
  readonly lead: number | undefined
  readonly language: Language
}

/** PLACEMENT_OPTIONS come as an object, as a JSON text or as an empty PHP array; the id is a text. */
const PlacementOptions = v.object({ ID: v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]) })

function parsed(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

/** Russian for the portal languages whose people read it, else English. */
export function languageOf(portalLanguage: string): Language {
  return ['ru', 'by', 'kz'].includes(portalLanguage.toLowerCase()) ? 'ru' : 'en'
}

export function readContext(placement: string, options: unknown, portalLanguage: string): Context {
  const screen = SCREENS.find(code => code === placement)
  const lead = v.safeParse(PlacementOptions, parsed(options))
  return { screen, lead: lead.success ? lead.output.ID : undefined, language: languageOf(portalLanguage) }
}
