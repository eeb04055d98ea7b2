/** What is written into the app's options, and how much of it a portal keeps; only administrators write them. */
import { SETTINGS_FORMAT } from './options.ts'
import type { Options, Settings } from './options.ts'

/** All options of an app are one row; more than this is refused before writing (UTF-8 bytes). */
export const LARGEST_OPTIONS = 48_000

/** The text under which the settings are stored; `readSettings` reads it back equal. */
export function printSettings(settings: Settings): string {
  return JSON.stringify({ format: SETTINGS_FORMAT, ...settings })
}

/** Size of options as stored, in bytes of UTF-8. */
export function sizeOfOptions(options: Options): number {
  return new TextEncoder().encode(JSON.stringify(options)).length
}
