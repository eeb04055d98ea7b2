/** Every place where words of others come into the app: the lead, the directories, the set, what the manager types. */
import * as v from 'valibot'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import type { Installation } from '../../src/portal/options.ts'
import type { EmulatedPortal } from '../support/emulated-portal.ts'

const Rows = v.array(v.object({ ID: v.string(), ENTITY_ID: v.string() }))

/** What an administrator or a form did to a lead and what is about it. Who writes cannot write half of an emoji: that is no text in JSON. */
export async function fillLead(portal: EmulatedPortal, lead: number, words: string): Promise<void> {
  const fields = { title: words, name: words, lastName: words, companyTitle: words, fm: { n0: { typeId: 'PHONE', valueType: 'WORK', value: words } }, UF_CRM_ABC_CODE: words }
  const written = await portal.rest('admin', 'crm.item.update', { entityTypeId: 1, id: lead, useOriginalUfNames: 'Y', fields })
  if (written.http !== 200) throw new Error(JSON.stringify(written.body))
}

/** The portal's own names for stages and sources, as whoever may rename them could. */
export async function renameStatuses(portal: EmulatedPortal, words: string): Promise<void> {
  const admin = await portal.as('admin')
  const rows = v.parse(Rows, await portal.call(admin, 'crm.status.list', {}))
  for (const { ID } of rows.filter(row => ['STATUS', 'SOURCE'].includes(row.ENTITY_ID))) {
    await portal.rest('admin', 'crm.status.update', { id: ID, fields: { NAME: words } })
  }
}

function isText(value: object): boolean {
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => (key === 'ru' || key === 'en') && typeof text === 'string')
}

function withWords(value: unknown, words: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => withWords(item, words))
  return isText(value)
    ? Object.fromEntries(Object.keys(value).map(language => [language, words]))
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withWords(item, words)]))
}

/** The default set with these words as every label, script, hint, objection, instruction and name. */
export function setOf(words: string): QuestionSet {
  return { ...DEFAULT_SET, ...withWords(DEFAULT_SET, words) as object }
}

export function installationOf(installed: Installation, words: string): Installation {
  return { ...installed, sets: [setOf(words)] }
}
