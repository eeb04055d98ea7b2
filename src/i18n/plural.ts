/** Forms of a word by number. */
const RULES = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

/** `3 касания`, `5 касаний`, `1,5 касания`: fractions take the form of `few`. */
export function ruCount(count: number, one: string, few: string, many: string): string {
  const category = RULES.ru.select(count)
  return `${String(count).replace('.', ',')} ${category === 'one' ? one : category === 'many' ? many : few}`
}

/** `1 touch`, `3 touches`. */
export function enCount(count: number, one: string, other: string): string {
  return `${count} ${RULES.en.select(count) === 'one' ? one : other}`
}
