/** REST requests that an emulated portal has got, counted in its log. */
import * as v from 'valibot'
import type { Stand } from '../scripts/stand.ts'

const Log = v.array(v.object({ method: v.string(), commands: v.optional(v.array(v.string()), []) }))

/** Drafts are sent beside the work, on a pause and when the tab is hidden. */
const DRAFT = ['user.option.set']

function isDraft({ method, commands }: v.InferOutput<typeof Log>[number]): boolean {
  return [method, ...commands].filter(name => name !== 'batch').every(name => DRAFT.includes(name))
}

export interface Requests {
  readonly work: number
  readonly drafts: number
}

/** Requests since the portal's start or reset. */
export async function requestsTo({ portalUrl }: Stand): Promise<Requests> {
  const log = v.parse(Log, await (await fetch(`${portalUrl}/emulator/log`)).json())
  const drafts = log.filter(isDraft).length
  return { work: log.length - drafts, drafts }
}
