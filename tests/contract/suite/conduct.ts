/** Runs one statement on a portal, within what may be written, and puts back what it wrote. */
import * as v from 'valibot'
import { portalOf, restOf, type Key } from './access.ts'
import { resultOf, shaped, Whole } from './asking.ts'
import { guard } from './guard.ts'
import { NotRun, type Given, type Need, type Statement } from './statement.ts'

/** A portal, how it is reached, and what may be done there. */
export interface World {
  readonly key: Key
  /** The lead that may be written. */
  readonly lead: number | undefined
  readonly storage: boolean
  readonly setUp: boolean
  readonly narrow: Key | undefined
  readonly oldToken: string | undefined
  readonly closedLead: number | undefined
  readonly nextSecond: () => Promise<void>
  readonly notices: (() => Promise<readonly string[]>) | undefined
}

/** A world whose portal has answered. */
export interface Reached extends World {
  readonly me: Given['me']
  /** The lead that is read. */
  readonly readable: number | undefined
}

const Me = v.object({ ID: Whole, ADMIN: v.boolean() })
const Newest = v.object({ items: v.array(v.object({ id: v.number() })) })

/** Asks who is signed in and, where no lead is named, for the newest. Rejects when the portal refuses. */
export async function reach(world: World): Promise<Reached> {
  const rest = restOf(world.key)
  const me = shaped(Me, await resultOf(rest, 'profile', {}))
  const newest = world.lead === undefined
    ? shaped(Newest, await resultOf(rest, 'crm.item.list', { entityTypeId: 1, select: ['id'], order: { id: 'DESC' } })).items[0]?.id
    : undefined
  return { ...world, me: { id: Number(me.ID), admin: me.ADMIN }, readable: world.lead ?? newest }
}

/** Why the statement is not run there; nothing when it is. */
function lacks(need: Need, { key, lead, storage, setUp, me }: Reached): string | undefined {
  switch (need) {
    case 'application': return key.kind === 'application' ? undefined : 'needs the context of an application, which a webhook does not have'
    case 'lead': return lead === undefined ? 'writes to a lead: TRIPLE_A_LEAD names none' : undefined
    case 'storage': return storage ? undefined : 'writes to what the app keeps for itself: TRIPLE_A_ALSO does not name storage'
    case 'set-up': return setUp ? undefined : 'changes the portal for everybody: TRIPLE_A_ALSO does not name set-up'
    case 'administrator': return me.admin ? undefined : 'needs an administrator of the portal'
    case 'no-administrator': return me.admin ? 'needs somebody who is no administrator of the portal' : undefined
  }
}

function givenOf(world: Reached, backs: (() => Promise<unknown>)[]): Given {
  const { key, lead, closedLead, storage, setUp, me, readable } = world
  const held = guard({ lead, closedLead, storage, setUp, me: me.id })
  const rest = held.rest(restOf(key))
  return {
    portal: held.portal(portalOf(key)),
    rest,
    lead() {
      if (readable === undefined) throw new NotRun('there is no lead that may be read')
      return readable
    },
    me,
    undo: (back) => { backs.push(back) },
    nextSecond: world.nextSecond,
    withToken: token => held.rest(restOf({ kind: 'application', portal: key.portal, token })),
    narrow: world.narrow === undefined ? rest : held.rest(restOf(world.narrow)),
    oldToken: world.oldToken,
    closedLead,
    notices: world.notices,
  }
}

async function putBack(backs: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const back of backs.toReversed()) {
    try {
      await back()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `not put back: ${failures.map(String).join('; ')}`)
}

/** Gives the reason where the statement was not run, and nothing when it holds. Rejects when it does not, or when something could not be put back. */
export async function conduct({ needs = [], check }: Statement, world: Reached): Promise<string | undefined> {
  const reasons = needs.flatMap(need => lacks(need, world) ?? [])
  if (reasons.length > 0) return reasons.join('; ')
  const backs: (() => Promise<unknown>)[] = []
  try {
    await check(givenOf(world, backs))
    return undefined
  } catch (error) {
    if (error instanceof NotRun) return error.message
    throw error
  } finally {
    await putBack(backs)
  }
}
