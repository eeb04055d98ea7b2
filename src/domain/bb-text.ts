/** Words of others inside texts that Triple A writes. */

/** How the mark begins by which Triple A finds again what it wrote (`portal/activity-writes.ts`). */
export const SIGNATURE = 'Triple A · '

/** Signs that turn the direction of all that follows, and those that no text holds. */
const HARMFUL = /[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

/** Foreign words: no BB tag and no mark of ours any more (a word joiner in it, which is not seen), and nothing that turns the text around them. */
export function neutral(words: string): string {
  return words.replace(HARMFUL, '').replaceAll('[', '[\u2060').replaceAll(SIGNATURE, `${SIGNATURE.trimEnd()}\u2060 `)
}
