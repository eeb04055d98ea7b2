/** Edits of the class table: its rules in order, and the last row, which holds when no rule matches. */
import { isGraded } from '../question-set.ts'
import type { Cell, ClassRule, ElseRule, LeadClass, SetDraft } from '../question-set.ts'
import { changeOf, insert, moveTo, put, putOrDrop, removeAt } from './change.ts'
import { newId } from './new-id.ts'

function changeRules(set: SetDraft, change: (rules: readonly ClassRule[]) => readonly ClassRule[]): SetDraft {
  return put(set, 'classRules', change(set.classRules))
}

function indexOf(set: SetDraft, rule: string): number {
  return set.classRules.findIndex(each => each.id === rule)
}

function freshId(set: SetDraft, leadClass: LeadClass, taken: readonly string[]): string {
  return newId(leadClass, 'rule', [...set.classRules.map(rule => rule.id), set.classElse?.id ?? 'else', ...taken])
}

/** With a rule that matches everything until its cells are set; it stands last unless said. */
export function addRule(set: SetDraft, leadClass: LeadClass, at = set.classRules.length, taken: readonly string[] = []): SetDraft {
  return changeRules(set, rules => insert(rules, { id: freshId(set, leadClass, taken), when: {}, class: leadClass }, at))
}

export function duplicateRule(set: SetDraft, id: string, taken: readonly string[] = []): SetDraft {
  const index = indexOf(set, id)
  const rule = set.classRules[index]
  return rule === undefined ? set : changeRules(set, rules => insert(rules, { ...rule, id: freshId(set, rule.class, taken) }, index + 1))
}

export function removeRule(set: SetDraft, id: string): SetDraft {
  return changeRules(set, rules => removeAt(rules, indexOf(set, id)))
}

/** With the rule at another place: the first that matches counts. */
export function moveRule(set: SetDraft, id: string, to: number): SetDraft {
  return changeRules(set, rules => moveTo(rules, indexOf(set, id), to))
}

/** With what the rule asks of this question, which must have grades; `any` asks nothing. */
export function setCell(set: SetDraft, id: string, question: string, cell: Cell): SetDraft {
  if (cell !== 'any' && !set.questions.some(each => each.id === question && isGraded(each))) return set
  return changeRules(set, rules => changeOf(rules, id, (rule) => {
    const others = Object.entries(rule.when).filter(([key]) => key !== question)
    return put(rule, 'when', Object.fromEntries(cell === 'any' ? others : [...others, [question, cell]]))
  }))
}

/** With another class; the id may be that of the last row. */
export function setRuleClass(set: SetDraft, id: string, leadClass: LeadClass): SetDraft {
  if (set.classElse?.id === id) return put(set, 'classElse', put(set.classElse, 'class', leadClass))
  return changeRules(set, rules => changeOf(rules, id, rule => put(rule, 'class', leadClass)))
}

/** With or without touches planned; the id may be that of the last row. */
export function setCapped(set: SetDraft, id: string, capped: boolean): SetDraft {
  const mark = capped ? true : undefined
  if (set.classElse?.id === id) return put(set, 'classElse', putOrDrop<ElseRule, 'capped'>(set.classElse, 'capped', mark))
  return changeRules(set, rules => changeOf(rules, id, rule => putOrDrop(rule, 'capped', mark)))
}

/** With the last row that is missing. */
export function addElse(set: SetDraft, leadClass: LeadClass): SetDraft {
  if (set.classElse !== undefined) return set
  return { ...set, classElse: { id: newId('else', 'else', set.classRules.map(rule => rule.id)), class: leadClass } }
}
