/** What is done at a tab from opening it on, and from which state of the portal. */
import { COLD, HOT, saved, undone, WARM } from './goals.ts'
import type { Choices, Goal } from './goals.ts'
import { FRESH } from './world.ts'

export interface Flow {
  readonly name: string
  /** The state it begins from: that of the world, or as this flow leaves it. */
  readonly from: string
  /** The draft is sent to the portal before it is saved. */
  readonly sendsDraft: boolean
  readonly saves: boolean
  /** Each question is answered, so that it ends the same whatever was answered before. */
  readonly answersAll: boolean
  /** `newest`: the newest entry of the journal when the flow begins. */
  goal(newest: string | undefined): Goal
}

function saving(name: string, choices: Choices, from = FRESH, sendsDraft = false): Flow {
  return { name, from, sendsDraft, saves: true, answersAll: choices !== COLD, goal: () => saved(choices) }
}

function undoing(name: string, from: string): Flow {
  return { name, from, sendsDraft: false, saves: false, answersAll: false, goal: (newest = '') => undone(newest) }
}

/** One that begins where another ends stands after it. */
export const FLOWS: readonly Flow[] = [
  saving('save', HOT),
  saving('save after the draft went to the portal', HOT, FRESH, true),
  saving('save as class C', COLD),
  saving('save again with other answers', WARM, 'save'),
  undoing('undo', 'save'),
  undoing('undo the second save', 'save again with other answers'),
  undoing('undo the undo', 'undo'),
]
