/** What a user field holds, by its code, and lines of a save whose field the portal does not have any more. */
import type { LineContent } from '../domain/write-plan.ts'
import { RESULT_FIELDS } from './field-map.ts'
import type { FieldMap, ResultField } from './field-map.ts'
import type { LeadCard } from './lead.ts'

/** A field by what it holds; by its own name where it is none of ours. */
export type FieldHolder =
  | { readonly question: string }
  | { readonly result: ResultField }
  | { readonly other: string }

/** What the field of this code or name holds. */
export function holderOf(field: string, { answers, results }: Pick<FieldMap, 'answers' | 'results'>): FieldHolder {
  const question = Object.keys(answers).find(id => answers[id] === field)
  if (question !== undefined) return { question }
  const result = RESULT_FIELDS.find(key => results[key] === field)
  return result === undefined ? { other: field } : { result }
}

/** The user field of a line that shows one; nothing for the others. */
export function fieldOf(line: LineContent, { answers, results }: FieldMap): string | undefined {
  switch (line.kind) {
    case 'answer': return answers[line.question]
    case 'result': return results[line.field]
    case 'title':
    case 'opportunity':
    case 'stage':
    case 'record':
    case 'comment':
    case 'todo':
    case 'notice': return undefined
  }
}

/** Has the portal lost the field of this line? */
export function isLost(line: LineContent, { absent }: LeadCard, map: FieldMap): boolean {
  const field = fieldOf(line, map)
  return field !== undefined && absent.includes(field)
}
