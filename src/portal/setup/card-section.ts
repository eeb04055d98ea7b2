/** The section "Qualification" of the lead card: it comes after the administrator's own sections, which stay as they are. */
import type { Language, Text } from '../../domain/question-set.ts'
import { LANGUAGES, textIn } from '../../domain/question-set.ts'
import { same } from '../../domain/same.ts'
import type { Command } from '../portal.ts'
import type { PortalAsIs, Wishes } from './as-is.ts'
import { CARD_KINDS, resetCardCommand, setCardCommand } from './card-layout.ts'
import type { CardKind, CardLayout, CardSection } from './card-layout.ts'
import { unread } from './item.ts'
import type { ItemLook, Note } from './item.ts'
import { PREFIX } from './wanted-fields.ts'
import type { WantedField } from './wanted-fields.ts'

export const SECTION = 'abc_qualification'

const TITLE: Text = { ru: 'Квалификация', en: 'Qualification' }

/**
 * A card that was never changed has a layout that no method tells. These are the fields that it has by the documentation's
 * examples and by the portal's own card; the portal passes over an element that it does not have.
 */
const USUAL: readonly { readonly name: string; readonly title: Text; readonly elements: readonly string[] }[] = [
  { name: 'main', title: { ru: 'О лиде', en: 'About the lead' }, elements: [
    'TITLE', 'STATUS_ID', 'OPPORTUNITY_WITH_CURRENCY', 'CLIENT', 'HONORIFIC', 'LAST_NAME', 'NAME', 'SECOND_NAME', 'BIRTHDATE', 'POST',
    'PHONE', 'EMAIL', 'WEB', 'IM', 'COMPANY_TITLE', 'ADDRESS',
  ] },
  { name: 'additional', title: { ru: 'Дополнительно', en: 'More' }, elements: [
    'SOURCE_ID', 'SOURCE_DESCRIPTION', 'OPENED', 'ASSIGNED_BY_ID', 'OBSERVER', 'COMMENTS', 'UTM',
  ] },
  { name: 'products', title: { ru: 'Товары', en: 'Products' }, elements: ['PRODUCT_ROW_SUMMARY'] },
]

/** What belongs into the section: all but what only the app reads. */
function shownFields(wanted: readonly WantedField[]): readonly string[] {
  const classFirst = [...wanted].sort((one, other) => rank(one) - rank(other))
  return classFirst.filter(field => field.unfiltered !== true).map(({ code }) => code)
}

function rank({ holds }: WantedField): number {
  return 'question' in holds ? 1 : holds.result === 'class' || holds.result === 'code' ? 0 : 2
}

function usualLayout({ existing, wanted }: PortalAsIs, language: Language): CardLayout {
  const ours = new Set(wanted.map(({ code }) => code))
  const others = existing.ok ? existing.value.map(field => field.FIELD_NAME).filter(code => !ours.has(code) && !code.startsWith(PREFIX)) : []
  return USUAL.map(({ name, title, elements }): CardSection => ({
    name, title: textIn(title, language, 'en'), type: 'section',
    elements: [...elements, ...name === 'additional' ? others : []].map(element => ({ name: element, optionFlags: '0' })),
  }))
}

function sectionOf(fields: readonly string[], language: Language): CardSection {
  return { name: SECTION, title: textIn(TITLE, language, 'en'), type: 'section', elements: fields.map(name => ({ name, optionFlags: '0' })) }
}

interface CardWork {
  readonly note: Note
  readonly command: Command
}

/** What is to be done to a card; nothing where the section has all of our fields that stand nowhere else. */
function workOn(card: CardKind, asIs: PortalAsIs, wishes: Wishes): CardWork | undefined {
  const read = asIs.cards[card]
  if (!read.ok) return undefined
  const fields = shownFields(asIs.wanted)
  if (read.value === undefined) {
    return { note: { kind: 'card-unknown', card }, command: setCardCommand(card, [...usualLayout(asIs, wishes.language), sectionOf(fields, wishes.language)]) }
  }
  const layout = read.value
  const placed = new Set(layout.flatMap(({ elements }) => elements.map(({ name }) => name)))
  const lacking = fields.filter(name => !placed.has(name))
  const own = layout.find(({ name }) => name === SECTION)
  if (own === undefined) {
    // all of them stand in sections of the administrator's making: that is as good
    if (lacking.length === 0) return undefined
    return { note: { kind: 'section-missing', card }, command: setCardCommand(card, [...layout, sectionOf(lacking, wishes.language)]) }
  }
  if (lacking.length === 0) return undefined
  const more = { ...own, elements: [...own.elements, ...lacking.map(name => ({ name, optionFlags: '0' }))] }
  return { note: { kind: 'section-incomplete', card }, command: setCardCommand(card, layout.map(section => section === own ? more : section)) }
}

/** Takes the section out and leaves all else; a card that had no layout of its own, and got no other change, has none again. */
function takeOut(card: CardKind, asIs: PortalAsIs): Command | undefined {
  const read = asIs.cards[card]
  if (!read.ok || read.value === undefined) return undefined
  const rest = read.value.filter(({ name }) => name !== SECTION)
  if (rest.length === read.value.length) return undefined
  const asMade = LANGUAGES.some(language => same(bare(rest), bare(usualLayout(asIs, language))))
  return asMade || rest.length === 0 ? resetCardCommand(card) : setCardCommand(card, rest)
}

/** A layout without what portals write down in their own way. */
function bare(layout: CardLayout): unknown {
  return layout.map(({ name, title, elements }) => ({ name, title, elements: elements.map(element => element.name) }))
}

export function lookAtCard(asIs: PortalAsIs, wishes: Wishes): ItemLook {
  for (const card of CARD_KINDS) {
    const read = asIs.cards[card]
    if (!read.ok) return unread(read.error)
  }
  const work = CARD_KINDS.flatMap(card => workOn(card, asIs, wishes) ?? [])
  const undo = Object.fromEntries(CARD_KINDS.flatMap((card) => {
    const command = takeOut(card, asIs)
    return command ? [[`card${card}`, command] as const] : []
  }))
  const state = work.length === 0 ? 'there' : work.some(({ note }) => note.kind === 'section-incomplete') || work.length < CARD_KINDS.length ? 'differs' : 'missing'
  return {
    state,
    notes: work.map(({ note }) => note),
    requests: work.length === 0 ? [] : [Object.fromEntries(work.map(({ command }, index) => [`card${index}`, command]))],
    ...Object.keys(undo).length > 0 && { undo },
  }
}
