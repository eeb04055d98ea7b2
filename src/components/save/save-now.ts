/** The save, with the words of comment, to-do and notice in the language of whoever saves. */
import type { Words } from '../../i18n/words.ts'
import { useOutcome } from '../../stores/outcome.ts'
import { useQualification } from '../../stores/qualification.ts'
import { useSaving } from '../../stores/saving.ts'
import { saveTexts } from './save-texts.ts'

/** Writes what is ticked, after finishing what is not over yet; nothing happens when there is nothing to write or the user may not. */
export async function saveNow({ messages, language }: Words): Promise<void> {
  const work = useQualification()
  const outcome = useOutcome()
  const saving = useSaving()
  // the words are made when the lead has been read again: the dates of the plan are counted from then
  await saving.save((run) => {
    const { lead, set, zone, moment } = work
    if (!lead) throw new Error('there is nothing to save before a lead is open')
    return saveTexts({ messages, language, set, lead, result: outcome.result, lines: saving.toWrite, zone, now: moment })(run)
  })
}
