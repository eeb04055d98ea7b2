import { enCount } from '../plural.ts'
import type { code as ruCode, map as ruMap, rules as ruRules } from '../ru/editor-rules.ts'

export const code: typeof ruCode = {
  title: 'ABC code',
  about: 'Every letter of the code has its questions. Where there are several, the worst answer counts.',
  none: 'The code has no letters yet.',
  position: number => `Letter ${number}`,
  worst: 'the worst answer counts',
  addQuestion: 'Add a question to this letter',
  addQuestionShort: 'one more question…',
  removeQuestion: (name, number) => `Take “${name}” out of letter ${number}`,
  add: 'Add a letter',
  addFor: 'question…',
  example: 'How the code looks on a lead',
  best: 'the best answers',
  worstAnswers: 'the worst answers',
  letters: 'Letters of the set',
  lettersHint: letters => `Answers are graded with the letters ${letters}, from the best to the worst.`,
  upTo: letter => `A–${letter}`,
}

export const rules: typeof ruRules = {
  title: 'Class table',
  about: 'The rows are tried from the top: the first one in which everything fits gives the class.',
  number: 'No.',
  class: 'Class',
  takes: 'Combinations',
  takesHint: 'How many combinations of answers the row gets',
  row: number => `Row ${number}`,
  cell: (row, name) => `${row}, ${name}`,
  any: 'any',
  signs: { plus: 'plus', minus: 'minus' },
  letters: 'letters',
  lettersOf: (row, name) => `Letters: ${row}, ${name}`,
  otherwise: 'In all other cases',
  capped: 'no touches',
  cappedOf: row => `No touches: ${row}`,
  add: 'Add a row',
  addElse: 'Add the row “in all other cases”',
  noElse: 'Without this row some leads have no class.',
  noColumns: 'Conditions can be set once the set has a question with letters, plus or minus.',
  addColumn: 'Look at this question, too',
  addColumnShort: 'add a question…',
  full: 'There can be at most 50 rows.',
  never: 'never',
}

export const map: typeof ruMap = {
  title: 'Class map',
  about: 'What comes of every combination of answers.',
  grouped: 'There are many combinations, so those alike stand together.',
  rest: count => `Show the rest: ${count}`,
  empty: 'The map appears once the class table has a condition.',
  hidden: 'not asked',
  offer: choice => `${choice}, but ready now`,
  cases: count => enCount(count, 'combination', 'combinations'),
}
