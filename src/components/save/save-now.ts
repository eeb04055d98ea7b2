/** The save, with the words of comment, to-do and notice in the language of whoever saves. */
import type { Words } from '../../i18n/words.ts'
import { useOutcome } from '../../stores/outcome.ts'
import { useQualification } from '../../stores/qualification.ts'
import { useSaving } from '../../stores/saving.ts'
import { saveTexts } from './save-texts.ts'

/** Writes what is ticked; nothing happens when there is nothing to write or the user may not. */
export async function saveNow({ messages, language }: Words): Promise<void> {
  const { lead, set, zone, moment } = useQualification()
  const { result } = useOutcome()
  const saving = useSaving()
  if (lead) await saving.save(saveTexts({ messages, language, set, lead, result, lines: saving.toWrite, zone, now: moment }))
}
