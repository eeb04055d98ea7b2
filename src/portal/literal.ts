/**
 * Foreign words as parameters of a batch. The portal puts the answer of an earlier command wherever a parameter says
 * `$result[…]` (`settings/how-to-call-rest-api/batch.md`), also in the middle of a title that came from a form.
 */
const REFERENCE = /\$(?=result\[)/gi

/** The same for the eye, and no reference any more: a word joiner after the dollar sign. */
export function literal(words: string): string {
  return words.replace(REFERENCE, '$$\u2060')
}

/** The same JSON text, with the dollar sign written as an escape. */
export function literalJson(json: string): string {
  return json.replace(REFERENCE, '\\u0024')
}
