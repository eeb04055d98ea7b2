/** The names of people who are known by their ids. */
import { readPerson } from './people.ts'
import type { Person } from './people.ts'
import type { Portal } from './portal.ts'

/** Those whom the portal names; none where it does not answer. */
export async function askNames(portal: Portal, ids: readonly number[]): Promise<readonly Person[]> {
  const sent = await portal.send({ users: { method: 'user.get', params: { FILTER: { ID: ids } } } }, { halt: false })
  return sent.ok ? ids.flatMap(id => readPerson(sent.value.users, id) ?? []) : []
}
