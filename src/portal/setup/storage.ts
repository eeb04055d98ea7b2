/** The app's own storages: made once, by an administrator, with the properties by which their items are found. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { JOURNAL } from '../entries-command.ts'
import { JOURNAL_PROPERTIES } from '../journal.ts'
import type { Command, Portal, PortalError } from '../portal.ts'
import { SHELF, SHELF_PROPERTIES } from '../sets/shelf.ts'

/** `type`: N a number, S a text (`api-reference/entity/items/properties/entity-item-property-add.md`). `access`: what every employee may do. */
export interface Storage {
  readonly code: string
  readonly access: 'R' | 'W'
  readonly properties: readonly { readonly code: string; readonly type: 'N' | 'S' }[]
}

/** Closed entries of the journal, by lead: whoever qualifies writes them. */
export const JOURNAL_STORAGE: Storage = { code: JOURNAL, access: 'W', properties: JOURNAL_PROPERTIES.map(code => ({ code, type: 'N' })) }

/** Versions and drafts of question sets: everybody reads, administrators write. */
export const SHELF_STORAGE: Storage = { code: SHELF, access: 'R', properties: SHELF_PROPERTIES.map(code => ({ code, type: 'S' })) }

const Properties = v.array(v.object({ PROPERTY: v.string() }))

/** Makes what is missing of it; gives whether that was anything. */
export async function makeStorage(portal: Portal, { code, access, properties }: Storage): Promise<Result<boolean, PortalError>> {
  const sent = await portal.send({
    storage: { method: 'entity.get', params: { ENTITY: code } },
    properties: { method: 'entity.item.property.get', params: { ENTITY: code } },
  }, { halt: false })
  if (!sent.ok) return sent
  const { storage, properties: told } = sent.value
  if (!storage.ok && storage.error.kind !== 'not-found') return failed(storage.error)
  const known = told.ok ? v.safeParse(Properties, told.value) : undefined
  const missing = properties.filter(property => known?.success !== true || known.output.every(({ PROPERTY }) => PROPERTY !== property.code))
  if (storage.ok && missing.length === 0) return ok(false)
  const commands: Readonly<Record<string, Command>> = {
    ...(!storage.ok && { storage: { method: 'entity.add', params: { ENTITY: code, NAME: 'Triple A', ACCESS: { AU: access } } } }),
    ...Object.fromEntries(missing.map(property => [property.code, {
      method: 'entity.item.property.add', params: { ENTITY: code, PROPERTY: property.code, NAME: property.code, TYPE: property.type },
    }])),
  }
  const made = await portal.send(commands, { halt: true })
  if (!made.ok) return made
  const failure = Object.values(made.value).find(reply => !reply.ok)
  return failure?.ok === false ? failed(failure.error) : ok(true)
}
