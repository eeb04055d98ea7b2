/** Why a file is no set, each in a sentence with its place. */
import type { FileProblem } from '../../domain/set-file.ts'
import type { SetsWords } from '../../i18n/sets-words.ts'

export function fileProblemWords(problem: FileProblem, { at, fileProblems, wholeFile }: SetsWords['sets']): string {
  switch (problem.kind) {
    case 'too-large': return fileProblems['too-large']()
    case 'newer': return fileProblems.newer()
    case 'not-json': return fileProblems['not-json'](at(problem.line, problem.column))
    case 'too-deep': return fileProblems['too-deep'](at(problem.line, problem.column))
    case 'double-key': return fileProblems['double-key'](at(problem.line, problem.column), problem.key)
    case 'forbidden-key': return fileProblems['forbidden-key'](at(problem.line, problem.column), problem.key)
    case 'wrong': return fileProblems.wrong(problem.path || wholeFile, problem.expected)
  }
}
