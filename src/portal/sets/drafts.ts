/** Drafts of question sets on the shelf: one for each set, which administrators share. */
import { failed, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { same } from '../../domain/same.ts'
import type { KeptDraft } from '../../domain/set-draft-codec.ts'
import type { Portal, PortalError } from '../portal.ts'
import { makeStorage, SHELF_STORAGE } from '../setup/storage.ts'
import { dropDraftCommand, keepDraftCommand, readShelf } from './shelf.ts'
import type { ShelvedDraft } from './shelf.ts'

/** `changed`: somebody kept another draft of the set since this one was read, or dropped it (`now` is nothing); nothing is written. */
export type DraftProblem =
  | { readonly kind: 'portal'; readonly error: PortalError }
  | { readonly kind: 'changed'; readonly now: ShelvedDraft | undefined }

async function draftNow(portal: Portal, set: string): Promise<Result<ShelvedDraft | undefined, DraftProblem>> {
  const shelf = await readShelf(portal, set)
  return shelf.ok ? ok(shelf.value.find(({ id }) => id === set)?.draft) : failed({ kind: 'portal', error: shelf.error })
}

function isSame(a: ShelvedDraft | undefined, b: ShelvedDraft | undefined): boolean {
  return a?.item === b?.item && same(a?.content, b?.content)
}

/** Keeps a draft where the last one that was seen still is; gives it as it is kept. What the portal then holds decides, not how the write was answered. */
export async function keepDraft(portal: Portal, draft: KeptDraft, seen: ShelvedDraft | undefined): Promise<Result<ShelvedDraft, DraftProblem>> {
  const storage = await makeStorage(portal, SHELF_STORAGE)
  if (!storage.ok) return failed({ kind: 'portal', error: storage.error })
  const before = await draftNow(portal, draft.set.id)
  if (!before.ok) return before
  const asKept = (one: ShelvedDraft | undefined) => one?.content.ok === true && same(one.content.value, draft) ? one : undefined
  const already = asKept(before.value)
  if (already) return ok(already)
  if (!isSame(before.value, seen)) return failed({ kind: 'changed', now: before.value })
  const sent = await portal.send({ draft: keepDraftCommand(draft, before.value?.item) }, { halt: true })
  const reply = sent.ok ? sent.value.draft : sent
  const after = await draftNow(portal, draft.set.id)
  if (!after.ok) return after
  const kept = asKept(after.value)
  if (kept) return ok(kept)
  if (!isSame(after.value, before.value)) return failed({ kind: 'changed', now: after.value })
  return failed({ kind: 'portal', error: reply.ok ? { kind: 'no-result', method: 'entity.item.update', code: '', description: '' } : reply.error })
}

/** Drops a draft if it is still the one that was seen. */
export async function dropDraft(portal: Portal, set: string, seen: ShelvedDraft): Promise<Result<undefined, DraftProblem>> {
  const before = await draftNow(portal, set)
  if (!before.ok) return before
  if (before.value === undefined) return ok(undefined)
  if (!isSame(before.value, seen)) return failed({ kind: 'changed', now: before.value })
  const sent = await portal.send({ dropped: dropDraftCommand(seen.item) }, { halt: true })
  const reply = sent.ok ? sent.value.dropped : sent
  if (reply.ok) return ok(undefined)
  const after = await draftNow(portal, set)
  return after.ok && after.value === undefined ? ok(undefined) : failed({ kind: 'portal', error: reply.error })
}
