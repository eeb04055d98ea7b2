/** A version comes onto the shelf before anything points to it, or stops holding it. */
import type { QuestionSet } from '../../domain/question-set.ts'
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { same } from '../../domain/same.ts'
import type { Portal, PortalError } from '../portal.ts'
import { makeStorage, SHELF_STORAGE } from '../setup/storage.ts'
import { conflictWith, lookAtSet } from './publishing-plan.ts'
import type { PublishingProblem } from './publishing-plan.ts'
import { shelveCommand } from './shelf.ts'

/** Puts the version on the shelf, and the one before if it is not there; another one under its name is a conflict. */
export async function shelve(portal: Portal, set: QuestionSet, before?: QuestionSet): Promise<Result<undefined, PublishingProblem>> {
  const storage = await makeStorage(portal, SHELF_STORAGE)
  if (!storage.ok) return failed({ kind: 'portal', error: storage.error })
  let refused: PortalError | undefined
  for (;;) {
    const looked = await lookAtSet(portal, set.id)
    if (!looked.ok) return looked
    const missing = [before, set].filter((one): one is QuestionSet => one !== undefined && looked.value.shelved?.versions.some(({ version }) => version === one.version) !== true)
    if (missing.length === 0) {
      const kept = looked.value.shelved?.versions.find(({ version }) => version === set.version)
      return kept?.content.ok === true && same(kept.content.value, set) ? ok(undefined) : failed(conflictWith(looked.value, set.id))
    }
    if (refused) return failed({ kind: 'portal', error: refused })
    const sent = await portal.send(Object.fromEntries(missing.map(one => [`version${one.version}`, shelveCommand(one)])), { halt: true })
    const bad = sent.ok ? Object.values(sent.value).find(reply => !reply.ok) : sent
    refused = bad?.ok === false ? bad.error : { kind: 'no-result', method: 'entity.item.add', code: '', description: '' }
  }
}
