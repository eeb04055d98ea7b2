/** A real portal as the suite takes it. */
import { setTimeout as pause } from 'node:timers/promises'
import type { World } from '../suite/conduct.ts'
import type { Settings } from './environment.ts'

/** Milliseconds; a portal tells times to the second. */
const NEXT_SECOND = 1_100

export function worldOf(settings: Settings): World {
  return { ...settings, narrow: undefined, nextSecond: () => pause(NEXT_SECOND), notices: undefined }
}
