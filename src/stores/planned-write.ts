/** What a save of the answers on the screen would write, line by line, and the entry that it makes. */
import { computed, ref, shallowRef } from 'vue'
import { codeShape } from '../domain/code-prefix.ts'
import { declaredOf } from '../domain/declared.ts'
import { printInstant } from '../domain/iso-time.ts'
import { entryOf } from '../domain/journal.ts'
import type { OpenEntry } from '../domain/journal.ts'
import { setReference } from '../domain/question-set.ts'
import type { Run } from '../domain/run.ts'
import type { TitleChoice, WrittenTitle } from '../domain/title.ts'
import { planWrite } from '../domain/write-plan.ts'
import type { WriteLine, WritePlan } from '../domain/write-plan.ts'
import type { LeadCard } from '../portal/lead.ts'
import { isLost } from '../portal/lost-fields.ts'
import { supervisorIn } from '../portal/supervisor.ts'
import { todoChangeOf } from '../portal/todo-change.ts'
import { useOutcome } from './outcome.ts'
import { useQualification } from './qualification.ts'
import { useQueue } from './queue.ts'
import { useWorkplace } from './workplace.ts'

/** The words that go to the portal, in the language of who saves and with foreign ones neutralised. */
export interface SaveTexts {
  readonly comment: string
  readonly todo: { readonly title: string; readonly description: string }
  readonly notice: string
}

/** Is it what a qualification found, and not what comes with writing it? */
function isFinding(line: WriteLine): boolean {
  return line.kind === 'answer' || line.kind === 'title' || line.kind === 'opportunity' || line.kind === 'stage' || (line.kind === 'result' && line.field !== 'nextTouch')
}

/** The class triple looks like a code of three. */
const CLASS_SHAPE = { positions: 3, letters: 3 }

/** The manager's choices and what comes of them; a part of the store of the save. */
export function plannedWrite() {
  const { installation, drafts, newRunId } = useWorkplace()
  const work = useQualification()
  const outcome = useOutcome()
  const queue = useQueue()
  const { set } = work
  const shapes = [...installation.sets.map(codeShape), CLASS_SHAPE]

  /** The head of the lead's responsible, who gets the notices. */
  const supervisor = computed(() => work.lead && supervisorIn(work.lead.hierarchy))
  const titleChoice = ref<TitleChoice>('keep')
  /** The title that was shown before somebody changed the lead's, where the manager wants it all the same. */
  const ownTitle = ref<string>()
  /** Ticks that differ from what is preselected, by line id. */
  const ticks = shallowRef<Readonly<Record<string, boolean>>>({})

  function planFor(card: LeadCard): WritePlan {
    const { result, moment, dirty } = outcome.settled
    const plan = planWrite({
      set, shapes,
      lead: card.record,
      result,
      titleChoice: titleChoice.value,
      now: moment,
      at: printInstant(moment, outcome.calendar.zone),
      by: work.lead?.me.id ?? 0,
      supervisor: supervisor.value?.id,
      answeredNow: dirty,
    })
    // a field that the portal has lost is tried when there are answers to write, and is no reason to write on its own
    const found = dirty ? plan.lines : plan.lines.filter(line => !isLost(line, card, installation.fields))
    const lines = found.map((line): WriteLine => line.kind === 'title' && ownTitle.value !== undefined ? { ...line, to: ownTitle.value } : line)
    return lines.length === plan.lines.length || lines.some(isFinding) ? { ...plan, lines } : { ...plan, lines: [] }
  }
  const plan = computed(() => work.card && planFor(work.card))
  /** Who qualified the lead, and when, is written with whatever is written. */
  const isTicked = (line: string, preset: boolean) => line === 'record' || (ticks.value[line] ?? preset)
  const tickedOf = ({ lines }: WritePlan) => {
    const ticked = lines.filter(line => isTicked(line.id, line.ticked))
    return ticked.some(line => line.kind !== 'record') ? ticked : []
  }
  const toWrite = computed(() => plan.value ? tickedOf(plan.value) : [])

  /** What the next reading of the title needs to know: of the title that is written, or of the one that stays. */
  function titleMemory({ lines, title }: WritePlan): WrittenTitle | undefined {
    const line = lines.find(l => l.kind === 'title')
    if (line && !isTicked(line.id, line.ticked)) return work.previous?.title
    return title.start !== '' || title.cut !== '' ? title : undefined
  }

  function runToSave(current: WritePlan): Run {
    const { answers, notes, namedDate } = work.run
    const title = titleMemory(current)
    const declared = declaredOf(current.lead.fields, work.run.answered)
    // it takes the place of one that is not written as far as the portal told; should it be after all, it is found under this id
    const before = queue.own?.open.entry
    return {
      id: before && before.undoes === undefined ? before.id : newRunId(),
      set: setReference(set),
      at: printInstant(work.moment, outcome.calendar.zone),
      by: work.lead?.me.id ?? 0,
      seconds: work.seconds(),
      answers, notes,
      ...(namedDate !== undefined && { namedDate }),
      ...(title && { title }),
      ...(declared && { declared }),
    }
  }

  /** All that the save takes, whoever goes on with it. */
  function openEntryOf(card: LeadCard, shown: WritePlan, lines: readonly WriteLine[], texts: (written: Run) => SaveTexts): OpenEntry {
    const run = runToSave(shown)
    const words = texts(run)
    return {
      entry: entryOf(run, card.record, lines, todoChangeOf(lines, card, words.todo, run.id)),
      leadTitle: card.record.title,
      texts: { comment: words.comment, notice: words.notice },
      farDraft: drafts.isFar(),
    }
  }

  function forgetChoices(): void {
    ticks.value = {}
    titleChoice.value = 'keep'
    ownTitle.value = undefined
  }

  return {
    supervisor, titleChoice, ownTitle, plan, toWrite, planFor, isTicked, tickedOf, openEntryOf, forgetChoices,
    tick: (line: string, ticked: boolean) => { ticks.value = { ...ticks.value, [line]: ticked } },
    /** Unticks lines that have no place, so that the rest can be saved. */
    leaveOut: (lines: readonly string[]) => { ticks.value = { ...ticks.value, ...Object.fromEntries(lines.map(line => [line, false])) } },
    decideTitle: (choice: TitleChoice) => { titleChoice.value = choice },
    /** Which title is written after somebody changed it: the one that was shown, or, with nothing, the code before theirs. */
    insistOnTitle: (title: string | undefined) => { ownTitle.value = title },
  }
}
