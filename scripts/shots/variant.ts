/** In which widths, themes and languages a state is looked at. */
import { parseArgs } from 'node:util'
import { LANGUAGES } from '../../src/domain/question-set.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { stateNamed, STATES } from './states.ts'
import type { State } from './state.ts'

/** In CSS pixels of the whole window. */
export const WIDTHS = [380, 1440] as const
export const THEMES = ['light', 'dark'] as const
export type Width = (typeof WIDTHS)[number]
export type Theme = (typeof THEMES)[number]

export interface Variant {
  readonly width: number
  readonly theme: Theme
  readonly language: Language
}

export interface Wishes {
  readonly states: readonly State[]
  readonly widths: readonly Width[]
  readonly themes: readonly Theme[]
  readonly languages: readonly Language[]
  /** Whether the pictures of the documentation are taken, too, or alone. */
  readonly docs: 'too' | 'no' | 'only'
}

function among<T extends string | number>(known: readonly T[], wanted: string | undefined, option: string): readonly T[] {
  if (wanted === undefined) return known
  const found = known.filter(one => String(one) === wanted)
  if (found.length === 0) throw new Error(`--${option} is one of ${known.join(', ')}, not “${wanted}”.`)
  return found
}

/** Reads `NAME… --width 380 --theme dark --language ru --docs`. Throws for what is unknown. */
export function readWishes(args: readonly string[]): Wishes {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { width: { type: 'string' }, theme: { type: 'string' }, language: { type: 'string' }, docs: { type: 'boolean' } },
  })
  return {
    states: positionals.length === 0 ? STATES : positionals.map(stateNamed),
    widths: among(WIDTHS, values.width, 'width'),
    themes: among(THEMES, values.theme, 'theme'),
    languages: among(LANGUAGES, values.language, 'language'),
    docs: values.docs === true ? 'only' : args.length === 0 ? 'too' : 'no',
  }
}

/** Such as `saved.1440.dark.ru.png`. */
export function fileOf(state: string, { width, theme, language }: Variant): string {
  return `${state}.${width}.${theme}.${language}.png`
}
