/** Texts that fit: cut with an ellipsis, never through a character. */
const ELLIPSIS = '…'

const encoder = new TextEncoder()

function sizeOf(text: string): number {
  return encoder.encode(text).length
}

/** At most so many UTF-16 units. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text
  const end = limit - ELLIPSIS.length
  const torn = /[\uD800-\uDBFF]/.test(text.charAt(end - 1))
  return text.slice(0, torn ? end - 1 : end).trimEnd() + ELLIPSIS
}

/** At most so many bytes of UTF-8. */
export function cutBytes(text: string, limit: number): string {
  if (sizeOf(text) <= limit) return text
  const room = limit - sizeOf(ELLIPSIS)
  const buffer = new Uint8Array(room)
  const { read } = encoder.encodeInto(text, buffer)
  return text.slice(0, read).trimEnd() + ELLIPSIS
}

/** On one line: every run of white space is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
