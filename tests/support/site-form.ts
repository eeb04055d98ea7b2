/** What reaches the portal from its form, past every page. */
import { LEAD } from '../../emulator/entities.ts'
import type { Stand } from '../../scripts/stand.ts'

export const CLIENT_PHONE = '+7 900 555-66-77'

/** The newest lead: the one that a form has just made. */
export function newestLead({ portal: { store: { state } } }: Stand): number {
  return Math.max(...state.items[LEAD].all().map(({ id }) => id))
}

/** The id of the list item that says these words. */
export function itemOf({ portal: { store: { state } } }: Stand, field: string, words: string): number {
  const item = state.userFields.all().find(({ name }) => name === field)?.list.find(({ value }) => value === words)
  if (!item) throw new Error(`the field ${field} has no “${words}”`)
  return item.id
}

/** Sends values of user fields to the form's endpoint as anybody could, and gives the lead that it made. */
export async function postForm(stand: Stand, values: Readonly<Record<string, unknown>>): Promise<number> {
  const named = Object.fromEntries(Object.entries(values).map(([field, value]) => [`LEAD_${field}`, [String(value)]]))
  const data = new FormData()
  for (const [name, value] of Object.entries({ id: '3', sec: 'x7q2ma', lang: 'ru', values: JSON.stringify({ LEAD_PHONE: [CLIENT_PHONE], ...named }) })) data.set(name, value)
  const answer = await fetch(`${stand.portalUrl}/bitrix/services/main/ajax.php?action=crm.site.form.fill`, { method: 'POST', body: data })
  if (!answer.ok) throw new Error(await answer.text())
  return newestLead(stand)
}
