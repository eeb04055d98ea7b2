/** The common layout of the lead card (`api-reference/crm/universal/item-details-configuration/`). */
import * as v from 'valibot'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { LEAD_TYPE } from '../activities.ts'
import { decode } from '../decode.ts'
import type { Command, Param, PortalError, Reply } from '../portal.ts'

/** A lead of a new client, and one of a client who was there before: each has a card of its own. */
export const CARD_KINDS = [1, 2] as const
export type CardKind = (typeof CARD_KINDS)[number]

// What else a section or an element holds goes back as it came: writing replaces the whole layout.
const Flag = v.union([v.string(), v.number()])
const Element = v.looseObject({ name: v.string(), optionFlags: v.optional(Flag) })
const Section = v.looseObject({ name: v.string(), title: v.string(), type: v.string(), elements: v.optional(v.array(Element), []) })
const Layout = v.nullable(v.array(Section))

export type CardElement = v.InferOutput<typeof Element>
export type CardSection = v.InferOutput<typeof Section>
export type CardLayout = readonly CardSection[]

function where(card: CardKind): Readonly<Record<string, Param>> {
  return { entityTypeId: LEAD_TYPE, scope: 'C', extras: { leadCustomerType: card } }
}

export function cardCommand(card: CardKind): Command {
  return { method: 'crm.item.details.configuration.get', params: where(card) }
}

/** The layout; nothing for one that was never changed, which the portal does not tell. */
export function readCard(reply: Reply): Result<CardLayout | undefined, PortalError> {
  const layout = reply.ok ? decode('crm.item.details.configuration.get', Layout, reply.value) : reply
  return layout.ok ? ok(layout.value ?? undefined) : layout
}

/** A value as REST takes it; what a portal gives as true or false, it takes as Y or N. */
function asParam(value: unknown): Param {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'Y' : 'N'
  if (Array.isArray(value)) return value.map(asParam)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asParam(one)]))
  return ''
}

/** Replaces the whole layout. */
export function setCardCommand(card: CardKind, layout: CardLayout): Command {
  return { method: 'crm.item.details.configuration.set', params: { ...where(card), data: asParam(layout) } }
}

export function resetCardCommand(card: CardKind): Command {
  return { method: 'crm.item.details.configuration.reset', params: where(card) }
}
