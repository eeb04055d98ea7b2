import type { LangMap, ListItem } from '../entities.ts'
import type { Context } from '../rest/context.ts'
import { PortalError } from '../rest/errors.ts'
import { flagOf, idOf, isRecord, numberOf, textOf } from '../rest/params.ts'

export const LABELS = ['EDIT_FORM_LABEL', 'LIST_COLUMN_LABEL', 'LIST_FILTER_LABEL', 'ERROR_MESSAGE', 'HELP_MESSAGE'] as const

const LANGUAGES = ['ar', 'br', 'de', 'en', 'fr', 'hi', 'id', 'in', 'it', 'ja', 'kz', 'la', 'ms', 'pl', 'ru', 'sc', 'tc', 'th', 'tr', 'ua', 'vn'] as const

/** Labels of all languages: a text is taken for each, a map leaves the others at `fallback`; what is not named stays. */
export function labelsOf(fields: Record<string, unknown>, held: Readonly<Record<string, LangMap>>, fallback: string): Record<string, LangMap> {
  return Object.fromEntries(LABELS.map((label) => {
    const given = fields[label]
    const text = textOf(given)
    if (text !== undefined) return [label, everywhere(() => text)]
    if (isRecord(given)) return [label, everywhere(language => textOf(given[language]) ?? fallback)]
    return [label, held[label] ?? everywhere(() => fallback)]
  }))
}

function everywhere(text: (language: string) => string): LangMap {
  return Object.fromEntries(LANGUAGES.map(language => [language, text(language)]))
}

/** List items of a new field. Items without a value are left out; an `XML_ID` may occur once. */
export function newList(context: Context, entries: readonly unknown[]): ListItem[] {
  return changedList(context, [], entries)
}

/** With `ID` an item is changed, with `DEL: "Y"` removed, without `ID` added; items that are not named stay. */
export function changedList(context: Context, held: readonly ListItem[], entries: readonly unknown[]): ListItem[] {
  let items = [...held]
  for (const entry of entries) {
    if (!isRecord(entry)) continue
    const old = items.find(item => item.id === idOf(entry['ID']))
    if (old && flagOf(entry['DEL']) === true) {
      items = items.filter(item => item !== old)
      continue
    }
    const value = textOf(entry['VALUE']) ?? old?.value ?? ''
    if (value === '') continue
    const id = old?.id ?? context.store.nextId('listItem')
    const item: ListItem = {
      id,
      value,
      sort: numberOf(entry['SORT']) ?? old?.sort ?? 0,
      isDefault: flagOf(entry['DEF']) ?? old?.isDefault ?? false,
      xmlId: textOf(entry['XML_ID']) ?? old?.xmlId ?? `item_${id}`,
    }
    if (items.some(one => one !== old && one.xmlId === item.xmlId)) {
      throw new PortalError(400, 'ERROR_CORE', `List item with XML_ID='${item.xmlId}' already exists.`)
    }
    items = old ? items.map(one => one === old ? item : one) : [...items, item]
  }
  return items.sort((left, right) => left.sort - right.sort || left.id - right.id)
}
