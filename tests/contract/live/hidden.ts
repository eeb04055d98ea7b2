/** Text without the secrets that may have got into it: nothing should put them there, and this makes sure. */

/** A shorter word stands in ordinary sentences too. */
const SHORTEST = 8

/** The text with every secret, plain or encoded for an address, replaced by dots. */
export function hidden(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(secret => secret.length >= SHORTEST)
    .flatMap(secret => [secret, encodeURIComponent(secret)])
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, secret) => left.replaceAll(secret, '…'), text)
}
