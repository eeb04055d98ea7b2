/** Maps of fields add up: what an earlier version wrote to stays known. */
import type { FieldMap } from '../field-map.ts'

/** What both maps know; of the same thing the later one. Fields and items of other sets stay known, and those of older versions. */
export function mergedMap(earlier: FieldMap | undefined, later: FieldMap): FieldMap {
  if (!earlier) return later
  const questions = [...new Set([...Object.keys(earlier.choices), ...Object.keys(later.choices)])]
  return {
    ...later,
    answers: { ...earlier.answers, ...later.answers },
    choices: Object.fromEntries(questions.map(id => [id, { ...earlier.choices[id], ...later.choices[id] }])),
    reasons: { ...earlier.reasons, ...later.reasons },
  }
}
