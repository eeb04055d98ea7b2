/** One draft of a question set as it is edited: every edit can be taken back, and the doctor looks at it whenever the edits pause. */
import { defineStore } from 'pinia'
import { computed, inject, markRaw, ref, shallowRef } from 'vue'
import type { InjectionKey } from 'vue'
import { begin, did, redo, settled, undo } from '../domain/edit-history.ts'
import type { History } from '../domain/edit-history.ts'
import { isThere, lastingPlace } from '../domain/lasting-place.ts'
import { choicesOf, LANGUAGES } from '../domain/question-set.ts'
import type { Language, SetDraft } from '../domain/question-set.ts'
import { differenceOf } from '../domain/set-difference.ts'
import { coverageOf } from '../domain/set-coverage.ts'
import { examine } from '../domain/set-doctor.ts'
import type { Examination } from '../domain/set-doctor.ts'

/** Runs something when nobody has typed for a moment; the function given back calls it off. */
export type Pause = (run: () => void) => () => void

export const PAUSE: InjectionKey<Pause> = Symbol('pause')

/** Milliseconds without an edit after which the set is examined. */
const CALM = 250

function calm(run: () => void): () => void {
  const waiting = setTimeout(run, CALM)
  return () => clearTimeout(waiting)
}

/** What the doctor found, and in which state of the set: the places of the findings are of that one. */
export interface Examined {
  readonly set: SetDraft
  readonly examination: Examination
}

/** A way to a field: the screen shows its section and puts the focus into it. */
export interface Jump {
  readonly place: string
  /** What a finding is about, such as the language of a text. */
  readonly about: string
}

/** What was done to the history of edits, and where it shows. */
export interface Stepped {
  readonly way: 'undone' | 'redone'
  readonly place: string
}

export const useEditing = defineStore('editing', () => {
  const pause = inject(PAUSE, calm)
  const history = shallowRef<History<SetDraft>>()
  const examined = shallowRef<Examined>()
  /** The path of what is looked at, such as `questions[1]`. */
  const place = ref('')
  /** Each is a new object, so that the same place can be jumped to again. */
  const jump = shallowRef<Jump>()
  const stepped = shallowRef<Stepped>()
  /** What a screen reader is told. */
  const said = ref('')
  /** The languages whose texts are shown, the set's own first. */
  const only = ref<Language>()

  function opened(): History<SetDraft> {
    if (!history.value) throw new Error('no draft was opened')
    return history.value
  }

  const set = computed(() => opened().present)
  const languages = computed<readonly Language[]>(() => {
    if (only.value) return [only.value]
    const first = set.value.defaultLanguage
    return [first, ...LANGUAGES.filter(language => language !== first)]
  })

  /** Ids that leads may remember with another meaning, so that nothing new gets them. */
  const taken = {
    get questions(): readonly string[] {
      return earlier.flatMap(one => one.questions.map(question => question.id))
    },
    choices: (question: string): readonly string[] => earlier.flatMap(one => one.questions.filter(each => each.id === question).flatMap(each => choicesOf(each).map(choice => choice.id))),
    get rules(): readonly string[] {
      return earlier.flatMap(one => one.classRules.map(rule => rule.id))
    },
  }

  /** What the class table covers, for whoever shows it; nothing while it cannot be told. */
  const coverage = computed(() => {
    if (!examined.value || examined.value.examination.combinations === 0) return undefined
    const { classElse, ...rest } = examined.value.set
    return classElse && coverageOf({ ...rest, classElse })
  })

  /** What was typed and cannot be taken over, by where it was typed: it is there again when its field is. */
  const held = shallowRef<ReadonlyMap<string, string>>(new Map())

  function hold(path: string, typed: string | undefined): void {
    const key = lastingPlace(set.value, path)
    if (held.value.get(key) === typed) return
    const others = [...held.value].filter(([where]) => where !== key)
    held.value = new Map(typed === undefined ? others : [...others, [key, typed]])
  }

  let earlier: readonly SetDraft[] = []
  let callOff: (() => void) | undefined

  function examineNow(): void {
    examined.value = { set: set.value, examination: examine(set.value) }
  }

  function examineLater(): void {
    callOff?.()
    callOff = pause(examineNow)
  }

  /** `versions`: the published ones of the set, whose ids are taken. */
  function open(draft: SetDraft, versions: readonly SetDraft[] = []): void {
    history.value = begin(draft)
    earlier = [...versions, draft]
    place.value = ''
    jump.value = undefined
    stepped.value = undefined
    said.value = ''
    only.value = undefined
    held.value = new Map()
    callOff?.()
    examineNow()
  }

  /** Edits of the same key that follow each other are taken back together, such as the typing in one field. */
  function edit(change: (set: SetDraft) => SetDraft, key?: string): void {
    const before = opened()
    const after = change(before.present)
    if (after === before.present) return
    history.value = did(before, after, key)
    examineLater()
  }

  function step(way: Stepped['way'], go: (history: History<SetDraft>) => History<SetDraft>): void {
    const before = opened()
    history.value = go(before)
    if (history.value === before) return
    const [first] = differenceOf(before.present, history.value.present)
    stepped.value = { way, place: first?.place ?? '' }
    if (first) place.value = first.place
    examineLater()
  }

  /** Shows a place; with what a finding is about, the focus goes there. */
  function goTo(path: string, about?: string): void {
    place.value = path
    if (about === undefined) return
    const language = LANGUAGES.find(one => one === about || path.endsWith(`.${one}`))
    if (language && !languages.value.includes(language)) only.value = undefined
    jump.value = { place: path, about }
  }

  return {
    set, examined, coverage, place, jump, stepped, said, only, languages, taken: markRaw(taken),
    canUndo: computed(() => opened().past.length > 0),
    canRedo: computed(() => opened().future.length > 0),
    open, edit, goTo, hold,
    /** A field was left: what is typed next is a step of its own. */
    settle: () => { history.value = settled(opened()) },
    heldAt: (path: string): string | undefined => held.value.get(lastingPlace(set.value, path)),
    /** What went with its question or choice is nobody's concern, until it is brought back. */
    heldCount: computed(() => [...held.value.keys()].filter(where => isThere(set.value, where)).length),
    undo: () => step('undone', undo),
    redo: () => step('redone', redo),
    showOnly: (language: Language | undefined) => { only.value = language },
    say: (sentence: string) => { said.value = sentence },
    examineNow,
  }
})
