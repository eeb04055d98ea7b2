/** One draft of a question set at work: kept in the browser at every edit and on the shelf on a pause, and published. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { SetDraft, SetReference } from '../domain/question-set.ts'
import { same } from '../domain/same.ts'
import { parseKeptDraft, printKeptDraft } from '../domain/set-draft-codec.ts'
import type { KeptDraft } from '../domain/set-draft-codec.ts'
import { dropDraft, keepDraft } from '../portal/sets/drafts.ts'
import type { DraftProblem } from '../portal/sets/drafts.ts'
import { lookAtPublishing } from '../portal/sets/publishing-plan.ts'
import { publishSet } from '../portal/sets/publishing.ts'
import type { PublishingPlan, PublishingProblem } from '../portal/sets/publishing-plan.ts'
import type { PublishingStep } from '../portal/sets/publishing.ts'
import type { ShelvedDraft } from '../portal/sets/shelf.ts'
import type { FieldState } from '../portal/setup/user-fields.ts'
import { useOffice } from './office.ts'

export type { DraftProblem, FieldState, PublishingPlan, PublishingProblem, PublishingStep }

/** Where the draft is kept by now: `near` in this browser alone, `nowhere` where it denies storage. */
export type KeptWhere = 'shelf' | 'near' | 'nowhere'

export const useSetDraft = defineStore('set-draft', () => {
  const { portal, host, storage, zone } = useOffice()
  const draft = shallowRef<KeptDraft>()
  /** What the shelf held when this draft was last read from it or kept there. */
  const seen = shallowRef<ShelvedDraft>()
  const isNear = ref(true)
  /** It differs from what it started from, or may. */
  const isTouched = ref(false)
  const problem = shallowRef<DraftProblem>()
  const plan = shallowRef<PublishingPlan>()
  const refusal = shallowRef<PublishingProblem>()
  const step = ref<PublishingStep>()
  const published = shallowRef<SetReference>()
  /** What was in force before that. */
  const replaced = shallowRef<SetReference>()
  const busy = ref(false)

  const onShelf = computed(() => seen.value?.content.ok === true && draft.value !== undefined && same(seen.value.content.value, draft.value))
  /** Nothing to keep before the first edit of what was published. */
  const kept = computed<KeptWhere | undefined>(() => onShelf.value ? 'shelf' : !isTouched.value ? undefined : isNear.value ? 'near' : 'nowhere')

  function keyOf(set: string): string {
    return `triple-a/${host}/set-draft/${set}`
  }

  /** Beside what a browser keeps: which draft on the shelf it was edited from. */
  function overKeyOf(set: string): string {
    return `triple-a/${host}/set-draft-over/${set}`
  }

  function stampOf(shelved: ShelvedDraft | undefined): string {
    return shelved ? `${shelved.item} ${shelved.by} ${shelved.at}` : ''
  }

  function near(set: string): KeptDraft | undefined {
    try {
      const read = parseKeptDraft(storage().getItem(keyOf(set)) ?? '')
      return read.ok && read.value.set.id === set ? read.value : undefined
    } catch {
      // a browser that denies storage has none
      return undefined
    }
  }

  function keepNear(one: KeptDraft): void {
    try {
      storage().setItem(overKeyOf(one.set.id), stampOf(seen.value))
      storage().setItem(keyOf(one.set.id), printKeptDraft(one))
      isNear.value = true
    } catch {
      // denied or full: the page says that the draft is only on the screen
      isNear.value = false
    }
  }

  function forgetNear(set: string): void {
    try {
      storage().removeItem(keyOf(set))
      storage().removeItem(overKeyOf(set))
    } catch {
      // what was denied holds nothing
    }
  }

  /** Is what the browser kept of the set a later edit of just this draft? */
  function isOver(shelved: ShelvedDraft | undefined, set: string): boolean {
    try {
      return storage().getItem(overKeyOf(set)) === stampOf(shelved)
    } catch {
      // a browser that denies storage kept nothing of it
      return false
    }
  }

  let waiting = 0
  let last = Promise.resolve()

  /** One piece of work after the other: what is asked for while a draft is being kept is done after that, and not forgotten. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    waiting += 1
    busy.value = true
    const done = last.then(work).finally(() => {
      waiting -= 1
      busy.value = waiting > 0
      step.value = undefined
    })
    // whoever asked hears of a failure; the next piece of work begins all the same
    last = done.catch(() => undefined)
    return done
  }

  /** The drafts that this browser holds. */
  function allNear(): readonly KeptDraft[] {
    try {
      const kept = storage()
      const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
      return keys.filter(key => key.startsWith(keyOf(''))).flatMap(key => near(key.slice(keyOf('').length)) ?? [])
    } catch {
      // a browser that denies storage has none
      return []
    }
  }

  async function keep(): Promise<boolean> {
    const current = draft.value
    if (!current || onShelf.value || !isTouched.value) return true
    const done = await keepDraft(portal, current, seen.value)
    problem.value = done.ok ? undefined : done.error
    if (!done.ok) return false
    seen.value = done.value
    // what was edited while it was on its way is kept here, over what is there now
    if (draft.value === current) forgetNear(current.set.id)
    else if (draft.value?.set.id === current.set.id) keepNear(draft.value)
    return true
  }

  function begin(one: KeptDraft, shelved: ShelvedDraft | undefined, touched: boolean): void {
    draft.value = one
    isTouched.value = touched
    seen.value = shelved
    problem.value = undefined
    plan.value = undefined
    refusal.value = undefined
    published.value = undefined
  }

  return {
    draft, kept, problem, plan, refusal, step, published, replaced, busy,
    /**
     * Opens a draft: what is here, or this browser kept of it, and was not brought to the shelf, else the one given. Gives whether
     * it was the former; that somebody published since is told when it is published.
     */
    open(one: KeptDraft, shelved: ShelvedDraft | undefined): boolean {
      const here = draft.value?.set.id === one.set.id && isTouched.value && !onShelf.value ? draft.value : undefined
      const mine = here ?? near(one.set.id)
      const goesOn = mine !== undefined && !same(mine, one)
      // over another draft than that on the shelf it is brought there only after a question
      begin(goesOn ? mine : one, goesOn && !here && !isOver(shelved, one.set.id) ? undefined : shelved, goesOn)
      return goesOn
    },
    /** The drafts that are on this page or in this browser, kept on the portal or not. */
    here(): readonly KeptDraft[] {
      const current = isTouched.value && draft.value ? [draft.value] : []
      return [...current, ...allNear().filter(one => current.every(({ set }) => set.id !== one.set.id))]
    },
    /** Takes this one, whatever the browser kept of the set. */
    take(one: KeptDraft, shelved: ShelvedDraft | undefined) {
      begin(one, shelved, true)
      keepNear(one)
    },
    change(set: SetDraft) {
      if (!draft.value) return
      draft.value = { ...draft.value, set }
      isTouched.value = true
      plan.value = undefined
      keepNear(draft.value)
    },
    /** Brings the draft to the shelf, where other administrators and browsers find it. */
    keep: () => inTurn(async () => { await keep() }),
    /** Somebody kept another draft meanwhile: mine takes its place. */
    insist: () => inTurn(async () => {
      if (problem.value?.kind === 'changed') seen.value = problem.value.now
      await keep()
    }),
    /** Gives the draft up, here and on the shelf. */
    drop: () => inTurn(async () => {
      const set = draft.value?.set.id
      if (set === undefined) return
      if (seen.value) {
        const done = await dropDraft(portal, set, seen.value)
        if (!done.ok) { problem.value = done.error; return }
      }
      forgetNear(set)
      draft.value = undefined
    }),
    close() { draft.value = undefined },
    /** What publishing would do. */
    look: () => inTurn(async () => {
      if (!draft.value) return
      const looked = await lookAtPublishing(portal, draft.value, zone)
      plan.value = looked.ok ? looked.value : undefined
      refusal.value = looked.ok ? undefined : looked.error
    }),
    /** The version in force becomes what this draft starts from: it is published over that. */
    rebase(base: number | undefined) {
      const current = draft.value
      if (!current) return
      const { base: _, ...rest } = current
      draft.value = { ...rest, ...(base !== undefined && { base }) }
      refusal.value = undefined
      keepNear(draft.value)
    },
    publish: () => inTurn(async () => {
      const planned = plan.value
      if (!planned) return
      const done = await publishSet(portal, planned, (begins) => { step.value = begins })
      plan.value = undefined
      refusal.value = done.ok ? undefined : done.error
      if (!done.ok) return
      published.value = done.value
      replaced.value = planned.beforeReference
      forgetNear(planned.set.id)
      // a draft that stays behind is equal to what is published
      if (seen.value) await dropDraft(portal, planned.set.id, seen.value)
      draft.value = undefined
      seen.value = undefined
    }),
  }
})
