/** Reports of a save of which some steps were run again. */
import type { SaveReport, SaveStep } from './save-lead.ts'
import type { PortalError } from './portal.ts'

/** How each step of the save stands now. */
export function joinedReport(before: SaveReport, after: SaveReport): SaveReport {
  const steps = before.steps.map(old => after.steps.find(({ step }) => step === old.step) ?? old)
  const { ignored, lost } = after.steps.some(({ step }) => step === 'update') ? after : before
  return { steps, ignored, lost, lead: after.lead }
}

/** Steps that were sent again without an answer. */
export function unansweredReport(steps: readonly SaveStep[], error: PortalError): SaveReport {
  return { steps: steps.map(step => ({ step, state: 'failed', error })), ignored: [], lost: [], lead: undefined }
}
