/** The pictures of the documentation: whole pages of a few states. */
import type { Variant } from './variant.ts'

export interface DocsPicture extends Variant {
  /** Of the file, without its ending. */
  readonly file: string
  readonly state: string
}

const WIDE = { width: 1280, theme: 'light' } as const

export const DOCS_PICTURES: readonly DocsPicture[] = [
  { ...WIDE, file: 'unanswered', state: 'unanswered', language: 'ru' },
  { ...WIDE, file: 'half-way', state: 'half-way', language: 'en' },
  { ...WIDE, file: 'complete', state: 'complete', language: 'en' },
  { ...WIDE, file: 'complete-dark', state: 'complete', language: 'ru', theme: 'dark' },
  { ...WIDE, file: 'complete-narrow', state: 'complete', language: 'ru', width: 380 },
  { ...WIDE, file: 'decided-early', state: 'decided-early', language: 'en' },
  { ...WIDE, file: 'saved', state: 'saved', language: 'ru' },
  { ...WIDE, file: 'conflict', state: 'conflict', language: 'en' },
  { ...WIDE, file: 'set-up', state: 'set-up-fresh', language: 'en' },
  { ...WIDE, file: 'editor', state: 'editor-classes', language: 'en' },
  { ...WIDE, file: 'publishing', state: 'sets-publishing', language: 'en' },
  { ...WIDE, file: 'form', state: 'form-chosen', language: 'en' },
  { ...WIDE, file: 'form-leads', state: 'form-leads-asked', language: 'en' },
]
