/**
 * The same lead in other tabs of this browser, as far as their near drafts tell. The place of the draft is one: whoever
 * answers last has it. A tab whose answers were emptied there by a save in another one puts them back; nothing is taken over
 * unless the manager says so, and what it takes the place of can be had back.
 */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { parseDraft } from '../domain/draft.ts'
import type { Draft } from '../domain/draft.ts'
import { nearKey } from '../portal/drafts.ts'
import { useQualification } from './qualification.ts'
import { contentOf } from './content-of.ts'
import { draftOf } from './run-state.ts'
import { useSaving } from './saving.ts'
import { useWorkplace } from './workplace.ts'

/**
 * `answering`: another tab has these answers, which differ from the ones here. `taken`: its answers are here now, in place of
 * these. `saved`: it saved, or gave its answers up.
 */
export type Elsewhere =
  | { readonly state: 'nothing' }
  | { readonly state: 'answering' | 'taken'; readonly draft: Draft }
  | { readonly state: 'saved' }

export const useOtherTabs = defineStore('other-tabs', () => {
  const { host, lead } = useWorkplace()
  const work = useQualification()
  const saving = useSaving()
  const elsewhere = shallowRef<Elsewhere>({ state: 'nothing' })

  /** What another tab left in the place of the draft; nothing when it emptied it. */
  function hear(text: string | null): void {
    if (text === null || text === '') {
      elsewhere.value = { state: 'saved' }
      if (work.dirty) work.keepDraft()
      return
    }
    const draft = parseDraft(text)
    if (!draft.ok || draft.value.set.split('@')[0] !== work.set.id) return
    elsewhere.value = contentOf(draft.value) === contentOf(work.run) ? { state: 'nothing' } : { state: 'answering', draft: draft.value }
  }

  /** Listens until what it gives is called. A browser without storage has no events of it either. */
  function listen(): () => void {
    const onStorage = ({ key, newValue }: StorageEvent) => {
      const user = work.lead?.me.id
      if (user !== undefined && key === nearKey(host, user, lead)) hear(newValue)
    }
    window.addEventListener('storage', onStorage)
    return () => { window.removeEventListener('storage', onStorage) }
  }

  return {
    elsewhere, listen,
    /** Goes on with the answers of the other tab, or with the ones that they took the place of. */
    takeOver() {
      const there = elsewhere.value
      if (there.state !== 'answering' && there.state !== 'taken') return
      const mine = work.dirty ? draftOf(work.set, work.run, work.moment, work.seconds()) : undefined
      work.continueFrom(there.draft)
      elsewhere.value = mine ? { state: 'taken', draft: mine } : { state: 'nothing' }
    },
    /** Shows the lead as the other tab left it; gives whether it could be opened. */
    async show(): Promise<boolean> {
      const opened = await saving.reopen()
      if (opened) elsewhere.value = { state: 'nothing' }
      return opened
    },
  }
})
