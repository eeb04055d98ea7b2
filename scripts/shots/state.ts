/** What a state of the screen is, and the steps that many ways to one have in common. */
import type { Page } from '@playwright/test'
import { LEAD } from '../../emulator/entities.ts'
import type { Language } from '../../src/domain/question-set.ts'
import { loadWords } from '../../src/i18n/words.ts'
import type { Messages } from '../../src/i18n/words.ts'
import { callAs } from '../../tests/browser/portal-side.ts'
import { showCard } from '../../tests/support/lead-card.ts'
import type { CardWishes, LeadCard } from '../../tests/support/lead-card.ts'
import type { Stand } from '../stand.ts'

/** Where a state is reached: a fresh page, and a portal as it is after its set-up. */
export interface Scene {
  readonly page: Page
  readonly stand: Stand
  readonly language: Language
}

export interface State {
  /** The name of its pictures. */
  readonly name: string
  /** What there is to see, as the rest of a sentence. */
  readonly about: string
  /** Done when what is to be seen can be seen. */
  readonly reach: (scene: Scene) => Promise<unknown>
  /** What the browser itself prints on the way there: to it, a refused request is an error. */
  readonly prints?: RegExp
  /** There is no portal around it. */
  readonly bare?: true
  /** It is no screen of the app; tests of its own look after it. */
  readonly elsewhere?: true
}

/** The lead that most states are about: it has a company, an amount and a long phone number. */
export const SHOWN_LEAD = 2

/** Need, now, 500,000 to a million, B2B; the preferred channel is left. */
export const BEST = ['1', '1', '2', '1'] as const

/** The lead's card, its tab still closed. */
export async function shown({ page, stand, language }: Scene, wishes: CardWishes = {}): Promise<LeadCard> {
  const card = await showCard(page, stand, { lead: SHOWN_LEAD, language, ...wishes })
  // a page that was closed before may have sent its draft after the reset
  stand.portal.store.state.userOptions.clear()
  return card
}

/** The lead's card with the app open and ready for keys. */
export async function opened(scene: Scene, wishes: CardWishes = {}): Promise<LeadCard> {
  const card = await shown(scene, wishes)
  await card.openTab()
  await card.enter()
  return card
}

/** Opened, and answered until only the optional question is left. */
export async function answered(scene: Scene, wishes: CardWishes = {}): Promise<LeadCard> {
  const card = await opened(scene, wishes)
  await card.press(...BEST)
  await card.question.getByText(card.words.question.optional, { exact: true }).waitFor()
  return card
}

/** Saves what is answered, and waits for the good news. */
export async function saved(card: LeadCard): Promise<void> {
  await card.press('Control+Enter')
  await card.save.getByRole('status').filter({ hasText: card.words.save.saved }).waitFor()
}

/** Saves, and waits for what stands in the way. */
export async function stopped(card: LeadCard, title: string): Promise<void> {
  await card.press('Control+Enter')
  await card.save.getByRole('alert').filter({ hasText: title }).waitFor()
}

/** Opens the tab of a card where the lead does not appear, and waits for what is said instead. */
export async function told(card: LeadCard, title: string): Promise<void> {
  await card.tab.click()
  await card.frame.getByRole('alert').filter({ hasText: title }).waitFor()
}

/** Somebody with all rights changes fields of a lead. */
export function changeLead({ stand }: Scene, fields: Readonly<Record<string, unknown>>, id = SHOWN_LEAD): Promise<unknown> {
  return callAs(stand, 'admin', 'crm.item.update', { entityTypeId: LEAD, id, fields })
}

export function deleteLead({ stand }: Scene, id = SHOWN_LEAD): Promise<unknown> {
  return callAs(stand, 'admin', 'crm.item.delete', { entityTypeId: LEAD, id })
}

/** Id of a user field of leads. Throws when there is none of this name. */
export function fieldId({ portal: { store } }: Stand, name: string): number {
  const field = store.state.userFields.all().find(one => one.name === name)
  if (field === undefined) throw new Error(`the portal has no field ${name}`)
  return field.id
}

/** The sentences of a page without a portal. */
export async function wordsFor(language: Language): Promise<Messages> {
  return (await (await loadWords(language)).fetchAll()).messages
}
