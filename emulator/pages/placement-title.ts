import type { Placement } from '../entities.ts'
import { jsonObject } from './json-body.ts'

/** A tab's title: that of the language, else the common one, else the app's name. */
export function placementTitle({ langAll, title }: Placement, lang: string): string {
  const translated = jsonObject(langAll[lang])?.['TITLE']
  if (typeof translated === 'string' && translated !== '') return translated
  return title === '' ? 'Triple A' : title
}
