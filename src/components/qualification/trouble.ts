/** Why a screen cannot be shown at all. */
import type { Opening } from '../../stores/qualification.ts'

export type Trouble =
  | { readonly kind: 'not-embedded' | 'silent' | 'failed' | 'no-screen' | 'new-lead' | 'not-set-up' }
  | { readonly kind: 'unreadable'; readonly option: string; readonly why: { readonly kind: 'not-json' | 'newer' | 'flawed' } }
  | { readonly kind: 'gone'; readonly set: string }
  | { readonly kind: 'portal'; readonly error: Extract<Opening, { state: 'failed' }>['error'] }
