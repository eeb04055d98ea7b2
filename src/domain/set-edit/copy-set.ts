/** A new set made from another one: a preset, or a set in force. */
import type { QuestionSet, Text } from '../question-set.ts'
import { nameOf, newId } from './new-id.ts'

/** The set under another name and id, at version 1; its questions keep their ids, so that leads keep their answers. */
export function copySet(set: QuestionSet, name: Text, taken: readonly string[]): QuestionSet {
  return { ...set, id: newId(nameOf(name, set.defaultLanguage), 'set', taken), version: 1, name }
}
