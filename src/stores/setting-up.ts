/** The set-up of one portal: what is there, what is chosen, what is under way. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { PRESETS } from '../domain/presets/all.ts'
import type { Language } from '../domain/question-set.ts'
import { bringAll, look, requestsFor, takeBack } from '../portal/setup/checklist.ts'
import type { ItemProblem, Looked } from '../portal/setup/checklist.ts'
import { candidatesFor, matchItems, ownCode } from '../portal/setup/field-mapping.ts'
import type { FieldMapping } from '../portal/setup/field-mapping.ts'
import { renamedItems } from '../portal/setup/item-labels.ts'
import { DOERS, NEEDED_ITEMS, WISHED_ITEMS } from '../portal/setup/item.ts'
import type { ItemKey, ItemLook, ItemState, Note } from '../portal/setup/item.ts'
import type { Wishes } from '../portal/setup/as-is.ts'
import type { UserField } from '../portal/setup/user-fields.ts'
import type { WantedField } from '../portal/setup/wanted-fields.ts'
import { STAGE_ROLES } from '../portal/stage-roles.ts'
import type { ChosenStages, StageRole } from '../portal/stage-roles.ts'
import { STAGE_NAMES } from '../portal/setup/stages.ts'
import { useOffice } from './office.ts'

export type { ItemKey, ItemLook, ItemProblem, ItemState, Note, StageRole, UserField, WantedField }
export { DOERS, NEEDED_ITEMS, ownCode, STAGE_NAMES, STAGE_ROLES, WISHED_ITEMS }

/** What came of the last press; `look`: it is not known what the portal has. */
export type Outcome =
  | { readonly kind: 'done' | 'undone'; readonly item: ItemKey }
  | { readonly kind: 'failed'; readonly item: ItemKey | 'look'; readonly problem: ItemProblem }

export const useSettingUp = defineStore('setting-up', () => {
  const { portal, me, zone, handler } = useOffice()
  const looked = shallowRef<Looked>()
  const outcome = shallowRef<Outcome>()
  const busy = ref(false)
  /** The item that is under way. */
  const at = ref<ItemKey>()
  const language = ref<Language>('ru')
  const preset = ref(PRESETS[0]?.id)
  const mapping = shallowRef<FieldMapping>({})
  const stages = shallowRef<ChosenStages>({})
  const formerLabels = shallowRef<Readonly<Record<number, string>>>({})

  const wishes = computed((): Wishes => ({
    // a set that is begun here speaks the language of who begins it
    sets: PRESETS.filter(({ id }) => id === preset.value).map(set => ({ ...set, defaultLanguage: language.value })),
    zone,
    handler,
    language: language.value,
    mapping: mapping.value,
    stages: stages.value,
    formerLabels: formerLabels.value,
  }))
  const items = computed(() => looked.value?.items)
  const left = computed(() => NEEDED_ITEMS.filter(key => items.value && items.value[key].state !== 'there'))
  const isReady = computed(() => looked.value !== undefined && left.value.length === 0)
  const isPublished = computed(() => looked.value?.asIs.installation.ok === true)
  /** A part of it is there already. */
  const isBegun = computed(() => items.value !== undefined && NEEDED_ITEMS.some(key => items.value?.[key].state === 'there'))
  const mayAll = computed(() => me.admin)

  function mayDo(key: ItemKey): boolean {
    return me.admin || (DOERS[key] === 'crm-admin' && me.crmAdmin)
  }

  /** Something was chosen while the portal was read for what was chosen before. */
  let isStale = false

  async function alone(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
      while (isStale) {
        isStale = false
        await read()
      }
    } finally {
      busy.value = false
      at.value = undefined
    }
  }

  async function read(): Promise<void> {
    const found = await look(portal, wishes.value)
    if (found.ok) looked.value = found.value
    else outcome.value = { kind: 'failed', item: 'look', problem: { kind: 'portal', error: found.error } }
  }

  /** What was done before a failure is shown as done. */
  async function fail(item: ItemKey, problem: ItemProblem): Promise<void> {
    await read()
    outcome.value = { kind: 'failed', item, problem }
  }

  function reconsider(change: () => void): Promise<void> {
    change()
    outcome.value = undefined
    isStale = busy.value
    return alone(read)
  }

  function runTo(keys: readonly ItemKey[], last: ItemKey): Promise<void> {
    return alone(async () => {
      outcome.value = undefined
      if (keys.includes('labels') && looked.value) {
        const renamed = renamedItems(looked.value.asIs.fields).map(({ id, now }) => [id, now] as const)
        formerLabels.value = { ...formerLabels.value, ...Object.fromEntries(renamed) }
      }
      const done = await bringAll(portal, wishes.value, keys, (key) => { at.value = key })
      if (!done.ok) return fail(done.error.item, done.error.problem)
      looked.value = done.value
      outcome.value = { kind: 'done', item: last }
    })
  }

  return {
    looked, items, outcome, busy, at, preset, left, isReady, isPublished, isBegun, mayAll, mayDo, stages, mapping, zone, me,
    open: (spoken: Language) => reconsider(() => { language.value = spoken }),
    requestsFor: (key: ItemKey): ItemLook['requests'] => items.value ? requestsFor(items.value, key) : [],
    check: () => reconsider(() => undefined),
    choosePreset: (id: string) => reconsider(() => { preset.value = id }),
    chooseStage: (role: StageRole, stage: string) => reconsider(() => {
      stages.value = { ...stages.value, [role]: stage === '' ? null : stage }
    }),
    /** The portal's fields that could hold what this one holds. */
    candidates(field: WantedField): readonly UserField[] {
      const { existing, wanted } = looked.value?.asIs ?? {}
      return existing?.ok === true && wanted ? candidatesFor(field, wanted, existing.value) : []
    },
    /** Chooses a field that exists for the one that would have this code; none takes the choice back. */
    useField: (own: string, field: UserField | undefined, items: WantedField['items']) => reconsider(() => {
      const { [own]: _, ...rest } = mapping.value
      mapping.value = { ...rest, [own]: field ? { code: field.FIELD_NAME, items: matchItems(field, items) } : null }
    }),
    /** All that is still needed, from where it stands. */
    run: () => runTo(NEEDED_ITEMS, 'sets'),
    /** One item, and what it needs before. */
    bring: (item: ItemKey) => runTo([item], item),
    takeBack: (item: ItemKey) => alone(async () => {
      outcome.value = undefined
      at.value = item
      if (item === 'stages') stages.value = {}
      const done = await takeBack(portal, wishes.value, item)
      if (!done.ok) return fail(item, done.error)
      looked.value = done.value
      outcome.value = { kind: 'undone', item }
    }),
  }
})
