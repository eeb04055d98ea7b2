/** The set's own words for what a save sends: a comment, a to-do, a notice, with variables such as `{client}`. */
import type { Text } from './question-set.ts'

export const TEXT_KINDS = ['comment', 'todo', 'notice'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** Texts in place of the app's own; one that is missing or empty stays the app's. */
export type SetTexts = Readonly<Partial<Record<TextKind, Text>>>

export const TEXT_VARIABLES = [
  'title', 'client', 'responsible', 'code', 'class', 'coefficient', 'amount', 'touches', 'important', 'reason',
  'next', 'channel', 'when', 'instruction', 'answers', 'notes', 'set',
] as const
export type TextVariable = (typeof TEXT_VARIABLES)[number]

/** What each variable stands for in one save; empty where there is nothing to say. */
export type TextValues = Readonly<Record<TextVariable, string>>

const VARIABLE = /\{([a-z]+)\}/g

function isVariable(name: string): name is TextVariable {
  return TEXT_VARIABLES.some(variable => variable === name)
}

/** Names in braces that are no variables; they would be sent as they stand. */
export function unknownVariables(template: string): readonly string[] {
  return [...new Set([...template.matchAll(VARIABLE)].flatMap(([, name = '']) => isVariable(name) ? [] : [name]))]
}

/** Fills in a text, once: what a value brings in braces stays. A line that has variables, all of them empty, is left out. */
export function fillText(template: string, values: TextValues): string {
  return template.split('\n').flatMap((line) => {
    const used = [...line.matchAll(VARIABLE)].flatMap(([, name = '']) => isVariable(name) ? [values[name]] : [])
    if (used.length > 0 && used.every(value => value === '')) return []
    return [line.replace(VARIABLE, (whole, name: string) => isVariable(name) ? values[name] : whole)]
  }).join('\n').trim()
}
