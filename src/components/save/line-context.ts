/** What the words of lines are made with, in the lead tab. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useWords } from '../../i18n/words.ts'
import { useHistory } from '../../stores/history.ts'
import { useOutcome } from '../../stores/outcome.ts'
import { useQualification } from '../../stores/qualification.ts'
import { useSaving } from '../../stores/saving.ts'
import type { LineContext } from './line-words.ts'

export function useLineContext(): ComputedRef<LineContext> {
  const { language, messages } = useWords()
  const store = useQualification()
  const outcome = useOutcome()
  const saving = useSaving()
  const history = useHistory()
  return computed(() => {
    const { lead } = store
    const known = lead ? [...history.people, lead.qualifier, lead.responsible, saving.supervisor, lead.me] : []
    return {
      messages, language, set: store.set, zone: store.zone, now: outcome.settled.moment,
      stages: lead?.stages ?? {},
      people: new Map(known.flatMap(person => person ? [[person.id, person.name] as const] : [])),
    }
  })
}
