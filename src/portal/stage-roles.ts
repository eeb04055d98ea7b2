/** Which stage of leads plays which part; kept in an app option. The names of stages are the portal's, and may change. */
import * as v from 'valibot'
import { failed } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { parseJson } from '../domain/stored.ts'
import type { Unreadable } from '../domain/stored.ts'

/** From the first call to the order, in this order. */
export const STAGE_ROLES = ['unprocessed', 'qualification', 'qualified', 'assigned', 'negotiation', 'contract', 'won'] as const
export type StageRole = (typeof STAGE_ROLES)[number]
/** Stage code (`STATUS_ID`) by role. */
export type StageRoles = Readonly<Record<StageRole, string>>
/** Stage code by role, as somebody chose; null for a stage that is to be made. */
export type ChosenStages = Readonly<Partial<Record<StageRole, string | null>>>

export const OPTION_STAGES = 'stages'
const STAGES_FORMAT = 1

const StageCode = v.pipe(v.string(), v.regex(/^[\w:-]{1,50}$/, 'stage code'))
const Stored = v.strictObject({
  format: v.literal(STAGES_FORMAT),
  roles: v.strictObject({
    unprocessed: StageCode, qualification: StageCode, qualified: StageCode, assigned: StageCode,
    negotiation: StageCode, contract: StageCode, won: StageCode,
  } satisfies Record<StageRole, unknown>),
})

export function printStageRoles(roles: StageRoles): string {
  return JSON.stringify({ format: STAGES_FORMAT, roles })
}

export function parseStageRoles(text: string): Result<StageRoles, Unreadable> {
  const stored = parseJson(Stored, STAGES_FORMAT, text)
  return stored.ok ? { ok: true, value: stored.value.roles } : failed(stored.error)
}
