/** What somebody wants of a lead, and what is pressed for it. */
import type { Answers } from '../../src/domain/answers.ts'
import type { SaveTexts } from '../../src/stores/planned-write.ts'
import type { Tab } from './tab.ts'

/** Choices by question. */
export type Choices = Readonly<Record<string, string>>

/** Code and class AAA, prospect 4, a large order: all that a save can make is made. */
export const HOT: Choices = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }
/** Code BBA, class A, prospect 1: other fields, another title, the same to-do moved, no notice of a large order. */
export const WARM: Choices = { need: 'yes', urgency: 'now', budget: 'from_100k', client_type: 'b2c' }
/** What a colleague finds: code AAA, class A, prospect 2. */
export const OTHER: Choices = { need: 'yes', urgency: 'now', budget: 'from_300k', client_type: 'g2b' }
/** Class C with a reason, for good: a recheck in place of a first reaction. */
export const COLD: Choices = { need: 'no' }

export const TEXTS: SaveTexts = { comment: 'comment', todo: { title: 'to-do', description: 'description' }, notice: 'notice' }

/** What somebody wants of a lead, as far as the screen tells whether it is there. */
export interface Goal {
  isReached(tab: Tab): boolean
  /** Answers, where answers are missing. */
  prepare(tab: Tab): void
  /** What is pressed when nothing is under way. */
  press(tab: Tab): Promise<unknown>
}

/** The choices of answers, by question. */
function choicesOf(answers: Answers): Choices {
  return Object.fromEntries(Object.entries(answers).flatMap(([question, answer]) => answer.kind === 'choice' ? [[question, answer.choice]] : []))
}

function isSame(a: Choices, b: Choices): boolean {
  return Object.keys({ ...a, ...b }).every(key => a[key] === b[key])
}

/** The lead is saved with these choices. */
export function saved(choices: Choices): Goal {
  function prepare({ work }: Tab): void {
    if (!isSame(choicesOf(work.run.answers), choices)) for (const [question, choice] of Object.entries(choices)) work.choose(question, choice)
  }
  return {
    prepare,
    isReached: ({ work, queue }) => queue.own === undefined && !work.dirty && isSame(choicesOf(work.previous?.answers ?? {}), choices),
    async press(tab) {
      const { work, saving } = tab
      // a portal that said no to a right is asked once more
      if (work.readOnly) await saving.reopen()
      prepare(tab)
      const { saving: last } = saving
      if (last.state === 'refused' && last.refusal.kind === 'value') saving.leaveOut(last.refusal.lines.map(({ id }) => id))
      await saving.save(() => TEXTS)
    },
  }
}

/** This entry is taken back. */
export function undone(entry: string): Goal {
  return {
    prepare: () => undefined,
    isReached({ history, queue }) {
      const [newest] = history.entries
      return queue.own === undefined && newest?.content.ok === true && newest.content.value.undoes === entry
    },
    async press({ undoing, saving }) {
      if (undoing.offered?.id === entry) await undoing.undo(() => 'undone')
      else await saving.reopen()
    },
  }
}

/** Nothing is wanted any more: what is begun comes to an end by itself, or is given up. */
export const NOTHING_LEFT_OPEN: Goal = {
  prepare: () => undefined,
  isReached: ({ queue, unfinished }) => queue.own === undefined && unfinished.unfinished.state !== 'elsewhere' && unfinished.unfinished.state !== 'unreadable',
  press: ({ unfinished }) => unfinished.drop(),
}

/** What waits for a lead that is not there any more is given up, at the tab of another lead. */
export function givenUp(lead: number): Goal {
  return {
    prepare: () => undefined,
    isReached: ({ queue }) => queue.others.every(other => other.lead !== lead),
    press: ({ queue }) => queue.drop(lead),
  }
}
