/** The app's own storages: made once, by an administrator, with the properties by which their items are found. */
import * as v from 'valibot'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { JOURNAL } from '../entries-command.ts'
import { JOURNAL_PROPERTIES } from '../journal.ts'
import type { Command, Portal, PortalError, Reply } from '../portal.ts'
import { SHELF } from '../sets/shelf-name.ts'
import { SHELF_PROPERTIES } from '../sets/shelf.ts'

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

/** What the portal has of a storage. */
export interface StorageReplies {
  readonly storage: Reply
  readonly properties: Reply
}

export function storageCommands({ code }: Storage) {
  return {
    storage: { method: 'entity.get', params: { ENTITY: code } },
    properties: { method: 'entity.item.property.get', params: { ENTITY: code } },
  } satisfies Record<keyof StorageReplies, Command>
}

/** What is missing, as the commands that make it. */
export function storageWork({ code, access, properties }: Storage, { storage, properties: told }: StorageReplies): Result<Readonly<Record<string, Command>>, PortalError> {
  if (!storage.ok && storage.error.kind !== 'not-found') return failed(storage.error)
  const known = told.ok ? v.safeParse(Properties, told.value) : undefined
  const missing = properties.filter(property => known?.success !== true || known.output.every(({ PROPERTY }) => PROPERTY !== property.code))
  return ok({
    ...(!storage.ok && { storage: { method: 'entity.add', params: { ENTITY: code, NAME: 'Triple A', ACCESS: { AU: access } } } }),
    ...Object.fromEntries(missing.map(property => [property.code, {
      method: 'entity.item.property.add', params: { ENTITY: code, PROPERTY: property.code, NAME: property.code, TYPE: property.type },
    }])),
  })
}

/** Makes what is missing of it; gives whether that was anything. */
export async function makeStorage(portal: Portal, storage: Storage): Promise<Result<boolean, PortalError>> {
  const sent = await portal.send(storageCommands(storage), { halt: false })
  if (!sent.ok) return sent
  const work = storageWork(storage, sent.value)
  if (!work.ok) return work
  if (Object.keys(work.value).length === 0) return ok(false)
  const made = await portal.send(work.value, { halt: true })
  if (!made.ok) return made
  const failure = Object.values(made.value).find(reply => !reply.ok)
  return failure?.ok === false ? failed(failure.error) : ok(true)
}
