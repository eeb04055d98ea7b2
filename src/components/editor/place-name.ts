/** A place of a set in words: `Вопрос «Бюджет» · «Меньше 100 тыс.» · подпись`. */
import { choicesOf, textIn } from '../../domain/question-set.ts'
import type { Language, SetDraft, Text } from '../../domain/question-set.ts'
import type { EditorMessages } from '../../i18n/editor-words.ts'

interface Part {
  readonly key: string
  readonly index: number | undefined
}

function partsOf(place: string): readonly Part[] {
  return [...place.matchAll(/([^.[\]]+)(?:\[(\d+)\])?/g)].map(([, key = '', index]) => ({ key, index: index === undefined ? undefined : Number(index) }))
}

/** The place in the words of whoever looks, with the set's own names where it has any. */
export function placeName(set: SetDraft, place: string, language: Language, { editor, places }: EditorMessages): string {
  const [first, ...rest] = partsOf(place)
  if (!first) return editor.wholeSet
  const named = (text: Text | undefined) => textIn(text, language, set.defaultLanguage).trim() || editor.untitled
  const word = ({ key, index }: Part) => index === undefined ? places.parts[key] ?? key : places.entry(places.parts[key] ?? key, index + 1)
  const question = first.key === 'questions' ? set.questions[first.index ?? -1] : undefined
  const inside = (part: Part): string => {
    const asked = first.key === 'classRules' ? set.questions.find(one => one.id === part.key) : undefined
    if (asked) return places.choice(named(asked.name))
    const choice = question && (part.key === 'choices' || part.key === 'bands') ? choicesOf(question)[part.index ?? -1] : undefined
    return choice ? places.choice(named(choice.label)) : word(part)
  }
  const head = question ? places.question(named(question.name))
    : first.key === 'classRules' && first.index !== undefined ? places.rule(first.index + 1)
      : first.key === 'code' && first.index !== undefined ? places.position(first.index + 1)
        : rest.length === 0 && first.index === undefined && ['name', 'style', 'letters', 'currency', 'defaultLanguage', 'reorder'].includes(first.key) ? `${places.set}, ${word(first)}`
          : word(first)
  return [head, ...rest.map(inside)].join(' · ')
}
