/** Formatters of the platform, each made once: making one costs a hundred times what using it does. */

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function once<T extends Intl.DateTimeFormat | Intl.NumberFormat>(kind: new (locale: string, options: object) => T, locale: string, options: object): T {
  const key = kind.name + locale + JSON.stringify(options)
  const known = made.get(key)
  if (known instanceof kind) return known
  const fresh = new kind(locale, options)
  made.set(key, fresh)
  return fresh
}

/** Throws a RangeError for a zone that the platform does not know. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(Intl.DateTimeFormat, locale, options)
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once(Intl.NumberFormat, locale, options)
}
