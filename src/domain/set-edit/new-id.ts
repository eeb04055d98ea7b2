/** Ids for what is added. They are made of the name once and never change: leads remember them. */
import { LONGEST_ID } from '../set-limits.ts'
import { LANGUAGES } from '../question-set.ts'
import type { Language, Text } from '../question-set.ts'

const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}

/** Keys that no record can hold, and so no ids. */
const IMPOSSIBLE = ['constructor', 'prototype']

function slug(name: string): string {
  const latin = name.toLowerCase().normalize('NFC').replace(/[а-яё]/g, letter => LATIN[letter] ?? letter)
  return latin.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '')
}

function cut(id: string, length: number): string {
  return id.slice(0, length).replace(/_+$/, '')
}

/**
 * An id of the name in Latin letters, at most 30 characters of `[a-z0-9_]` and none of those taken; a name without letters gives
 * the fallback, a name that begins with a digit has the fallback in front, a taken one a number behind.
 */
export function newId(name: string, fallback: string, taken: Iterable<string>): string {
  const used = new Set([...taken, ...IMPOSSIBLE])
  const words = slug(name)
  const base = cut(words === '' ? fallback : /^[a-z]/.test(words) ? words : `${fallback}_${words}`, LONGEST_ID)
  if (!used.has(base)) return base
  for (let number = 2; ; number += 1) {
    const tail = `_${number}`
    const id = cut(base, LONGEST_ID - tail.length) + tail
    if (!used.has(id)) return id
  }
}

/** The words that an id is made of: English ones read best in a field code. */
export function nameOf(text: Text, language: Language): string {
  return text.en ?? text[language] ?? LANGUAGES.map(each => text[each]).find(words => words !== undefined) ?? ''
}
