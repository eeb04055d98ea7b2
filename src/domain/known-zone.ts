/** Does this runtime know the IANA zone? A bare offset such as `+03:00` is no zone. */
export function isKnownZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    // the only way in which Intl tells
    return false
  }
}
