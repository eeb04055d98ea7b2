/** Numbers as people type them. */
import type { Language } from '../domain/question-set.ts'

const MARK: Readonly<Record<Language, ',' | '.'>> = { ru: ',', en: '.' }

/**
 * Reads `1 200 000`, `1200000,5`, `1,200,000.5`: in Russian a comma is the decimal mark, in English it parts thousands. The
 * other mark is understood where it can mean one thing only. Anything else, and numbers below zero, are `undefined`.
 */
export function readNumber(language: Language, text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '')
  const mark = MARK[language]
  const other = mark === ',' ? '.' : ','
  const parted = new RegExp(`^\\d{1,3}(?:\\${other}\\d{3})+(?:\\${mark}\\d+)?$`)
  const digits = parted.test(plain) ? plain.replaceAll(other, '') : plain
  const read = digits.replace(/[.,]/g, '.')
  return /^\d+(?:\.\d+)?$/.test(read) ? Number(read) : undefined
}
