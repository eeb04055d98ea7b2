/** A write of which nobody knows whether the portal made it, and what is left of it where it did. */
import type { PortalError } from '../portal/portal.ts'
import { SAVE_STEPS } from '../portal/save-lead.ts'
import type { SaveReport, SaveRequest, SaveStep } from '../portal/save-lead.ts'

/** What was sent, and what the portal told of its steps, where it told anything. */
export interface Attempt {
  readonly request: SaveRequest
  readonly report?: SaveReport
}

/** Why the lead may be written or not; nothing when the portal confirmed it, or when it was not to be written. */
export function doubtOf({ steps }: SaveReport): PortalError | undefined {
  const update = steps.find(({ step }) => step === 'update')
  return update?.state === 'failed' ? update.error : undefined
}

function isNeeded(step: SaveStep, { lines, farDraft }: SaveRequest): boolean {
  return step === 'draft' ? farDraft : lines.some(({ kind }) => kind === step)
}

/** The steps of an attempt whose fields the lead turned out to hold; of steps that nobody told about none counts as done. */
export function foundWritten({ request, report }: Attempt): SaveReport {
  const others = report
    ? report.steps.filter(({ step }) => step !== 'update')
    : SAVE_STEPS.filter(step => isNeeded(step, request)).map(step => ({ step, state: 'not-run' as const }))
  return { steps: [{ step: 'update', state: 'done' }, ...others], ignored: [], lost: [], lead: undefined }
}
