import type { Choice } from '../../question-set.ts'

/** The two choices of a plain question: yes is plus, no is minus and may name the reason of class C. */
export function yesNo(reason?: string): readonly [Choice, Choice] {
  return [
    { id: 'yes', label: { ru: 'Да', en: 'Yes' }, grade: 'A', sign: 'plus' },
    { id: 'no', label: { ru: 'Нет', en: 'No' }, grade: 'C', sign: 'minus', ...(reason !== undefined && { reason }) },
  ]
}
