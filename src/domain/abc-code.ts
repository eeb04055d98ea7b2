/** The positional code: one letter per position, `?` where it is not known. */
import { combinations } from './answer-space.ts'
import type { AnswerSpace, Combination, Known } from './answer-space.ts'
import { GRADES } from './question-set.ts'
import type { CodePosition, Grade, QuestionSet } from './question-set.ts'

export type Letter = Grade | '?'

/** The worst grade of the position's questions that are asked; `?` when none is. */
function letterOf(position: CodePosition, space: AnswerSpace, combination: Combination): Letter {
  let worst = -1
  for (const id of position.questions) {
    const grade = combination[space.indexOf.get(id) ?? -1]?.grade
    if (grade !== undefined) worst = Math.max(worst, GRADES.indexOf(grade))
  }
  return GRADES[worst] ?? '?'
}

/** The code that the answers give: a letter stands where no open answer can change it. */
export function lettersOf(set: QuestionSet, space: AnswerSpace, known: Known): readonly Letter[] {
  return set.code.map((position) => {
    const letters = new Set<Letter>()
    const named = position.questions.map(id => space.indexOf.get(id) ?? -1)
    combinations(space, known.values, named, (_, value) => value.grade ?? '', combination => letters.add(letterOf(position, space, combination)))
    const [only] = letters
    return letters.size === 1 && only !== undefined ? only : '?'
  })
}
