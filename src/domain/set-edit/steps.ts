/** Edits of the steps of a plan: those of the average purchase, and the later ones, which come in turn. */
import type { Channel, FollowUp, Language, SetDraft, Step, Text } from '../question-set.ts'
import { changeOf, insert, moveTo, put, removeAt } from './change.ts'
import { nameOf, newId } from './new-id.ts'
import { fitsText, withWords } from './words.ts'

export type StepList = 'steps' | 'later'

function changeLists(set: SetDraft, change: (steps: readonly Step[], list: StepList) => readonly Step[]): SetDraft {
  const lists: readonly StepList[] = ['steps', 'later']
  return put(set, 'followUp', lists.reduce<FollowUp>((all, list) => put(all, list, change(all[list], list)), set.followUp))
}

/** With a step more at the end of the list; its id is made of the name. */
export function addStep(set: SetDraft, list: StepList, name: Text, channel: Channel): SetDraft {
  if (!fitsText(name)) return set
  const taken = [...set.followUp.steps, ...set.followUp.later].map(step => step.id)
  const step: Step = { id: newId(nameOf(name, set.defaultLanguage), 'step', taken), name, instruction: {}, channel }
  return changeLists(set, (steps, which) => which === list ? insert(steps, step) : steps)
}

export function removeStep(set: SetDraft, id: string): SetDraft {
  return changeLists(set, steps => removeAt(steps, steps.findIndex(step => step.id === id)))
}

/** With the step at another place of its list. */
export function moveStep(set: SetDraft, id: string, to: number): SetDraft {
  return changeLists(set, steps => moveTo(steps, steps.findIndex(step => step.id === id), to))
}

export function setStepText(set: SetDraft, id: string, which: 'name' | 'instruction', language: Language, words: string): SetDraft {
  return changeLists(set, steps => changeOf(steps, id, step => put(step, which, withWords(step[which], language, words))))
}

export function setStepChannel(set: SetDraft, id: string, channel: Channel): SetDraft {
  return changeLists(set, steps => changeOf(steps, id, step => put(step, 'channel', channel)))
}
