/** Random edits of whatever set they meet, some of them such that they cannot be made. */
import fc from 'fast-check'
import { CHANNELS, choicesOf, GRADES, LANGUAGES, LEAD_CLASSES, PURPOSES, SIGNS, STYLES } from '../../../src/domain/question-set.ts'
import type { Cell, Question, SetDraft } from '../../../src/domain/question-set.ts'
import { mergeBands, moveBandEdge, removeBand, splitBand } from '../../../src/domain/set-edit/bands.ts'
import { addCannotPay, addChoice, duplicateChoice, moveChoice, setChoiceMark, setChoiceText } from '../../../src/domain/set-edit/choices.ts'
import { addElse, addRule, duplicateRule, moveRule, removeRule, setCapped, setCell, setRuleClass } from '../../../src/domain/set-edit/class-table.ts'
import { addPosition, addToPosition, movePosition, removeFromPosition, removePosition } from '../../../src/domain/set-edit/code-positions.ts'
import { setCondition } from '../../../src/domain/set-edit/conditions.ts'
import { setCurrency, setDefaultLanguage, setHot, setLargeOrder, setLetters, setName, setReorder, setSentText, setStage, setStyle } from '../../../src/domain/set-edit/general.ts'
import { setOffer, setOfferText } from '../../../src/domain/set-edit/horizon-offer.ts'
import { addObjection, moveObjection, removeObjection, setObjectionText } from '../../../src/domain/set-edit/objections.ts'
import { setBase, setCadence, setFirstReaction, setRecheckDays, setThinkingDays, setUnanswered } from '../../../src/domain/set-edit/pace.ts'
import {
  mergePotentialBands, movePotentialEdge, setCoefficient, setPotentialQuestion, setPotentialText, splitPotentialBand,
} from '../../../src/domain/set-edit/potential-scale.ts'
import { addQuestion, changeKind, duplicateQuestion, moveQuestion, QUESTION_TEXTS, setOptional, setPurpose, setQuestionText } from '../../../src/domain/set-edit/questions.ts'
import { addReason, moveReason, setReasonRecheck, setReasonText } from '../../../src/domain/set-edit/reasons.ts'
import { removeChoice, removeQuestion, removeReason } from '../../../src/domain/set-edit/removal.ts'
import { addStep, moveStep, removeStep, setStepChannel, setStepText } from '../../../src/domain/set-edit/steps.ts'
import { setTimeShare } from '../../../src/domain/set-edit/time-shares.ts'
import { addHoliday, removeHoliday, setWorkingDays, setWorkingHours, setZone } from '../../../src/domain/set-edit/working-hours.ts'
import { TEXT_KINDS } from '../../../src/domain/set-texts.ts'

/** What an edit may draw from: each call takes the next random number. */
interface Draw {
  readonly index: () => number
  readonly of: <T>(all: readonly T[]) => T | undefined
  readonly words: () => string
  readonly value: () => number
}

type Edit = (set: SetDraft, draw: Draw) => SetDraft

const KINDS = ['choice', 'yesno', 'money', 'horizon', 'text'] as const
const NAMES = ['Потребность', 'Need', '', '2 офиса', 'class', 'constructor', 'Очень длинное название вопроса, которое не поместится', '日本']
const VALUES = [0, 1, 2, 7.5, 30, 93, 50_000, 250_000, 2_000_000, -1, NaN, Infinity, 3661]

function some<T>(draw: Draw, all: readonly T[], fallback: T): T {
  return draw.of(all) ?? fallback
}

function question(set: SetDraft, draw: Draw, kind?: Question['kind']): string {
  return draw.of(set.questions.filter(each => kind === undefined || each.kind === kind))?.id ?? 'gone'
}

function choice(set: SetDraft, draw: Draw, id: string): string {
  const asked = set.questions.find(each => each.id === id)
  return (asked && draw.of(choicesOf(asked)))?.id ?? 'gone'
}

const language = (draw: Draw) => some(draw, LANGUAGES, 'ru')
const text = (draw: Draw) => ({ [language(draw)]: some(draw, NAMES, '') })
const leadClass = (draw: Draw) => some(draw, LEAD_CLASSES, 'A')
const channel = (draw: Draw) => some(draw, CHANNELS, 'call')
const side = (draw: Draw) => some(draw, ['lower', 'upper'] as const, 'lower')
const banded = (set: SetDraft, draw: Draw) => question(set, draw, some(draw, ['money', 'horizon'] as const, 'money'))
const rule = (set: SetDraft, draw: Draw) => some(draw, [...set.classRules.map(each => each.id), set.classElse?.id ?? 'else'], 'else')
const step = (set: SetDraft, draw: Draw) => some(draw, [...set.followUp.steps, ...set.followUp.later].map(each => each.id), 'gone')
const reason = (set: SetDraft, draw: Draw) => some(draw, set.reasons.map(each => each.id), 'gone')
const cell = (draw: Draw): Cell => some<Cell>(draw, ['any', ...SIGNS, ['A'], ['A', 'B'], []], 'any')

/** One or two ways of each edit. */
export const EDITS: Readonly<Record<string, Edit>> = {
  addQuestion: (set, draw) => addQuestion(set, some(draw, KINDS, 'choice'), text(draw), draw.index()),
  duplicateQuestion: (set, draw) => duplicateQuestion(set, question(set, draw)),
  removeQuestion: (set, draw) => removeQuestion(set, question(set, draw)),
  moveQuestion: (set, draw) => moveQuestion(set, question(set, draw), draw.index()),
  setQuestionText: (set, draw) => setQuestionText(set, question(set, draw), some(draw, QUESTION_TEXTS, 'name'), language(draw), draw.words()),
  setOptional: (set, draw) => setOptional(set, question(set, draw), draw.index() % 2 === 0),
  setPurpose: (set, draw) => setPurpose(set, question(set, draw, 'choice'), draw.of([...PURPOSES, undefined])),
  changeKind: (set, draw) => changeKind(set, question(set, draw), some(draw, KINDS, 'choice')),
  setOffer: (set, draw) => setOffer(set, question(set, draw, 'horizon'), draw.index() % 2 === 0),
  setOfferText: (set, draw) => setOfferText(set, question(set, draw, 'horizon'), some(draw, ['script', 'clientWording', 'hint'] as const, 'hint'), language(draw), draw.words()),
  addObjection: (set, draw) => addObjection(set, question(set, draw)),
  removeObjection: (set, draw) => removeObjection(set, question(set, draw), draw.index()),
  moveObjection: (set, draw) => moveObjection(set, question(set, draw), draw.index(), draw.index()),
  setObjectionText: (set, draw) => setObjectionText(set, question(set, draw), draw.index(), some(draw, ['says', 'reply'] as const, 'says'), language(draw), draw.words()),
  addChoice: (set, draw) => addChoice(set, question(set, draw, 'choice'), text(draw)),
  duplicateChoice: (set, draw) => { const id = question(set, draw, 'choice'); return duplicateChoice(set, id, choice(set, draw, id)) },
  removeChoice: (set, draw) => { const id = question(set, draw); return removeChoice(set, id, choice(set, draw, id)) },
  moveChoice: (set, draw) => { const id = question(set, draw); return moveChoice(set, id, choice(set, draw, id), draw.index()) },
  setChoiceText: (set, draw) => { const id = question(set, draw); return setChoiceText(set, id, choice(set, draw, id), some(draw, ['label', 'clientLabel'] as const, 'label'), language(draw), draw.words()) },
  setGrade: (set, draw) => { const id = question(set, draw); return setChoiceMark(set, id, choice(set, draw, id), 'grade', draw.of([...GRADES, undefined])) },
  setSign: (set, draw) => { const id = question(set, draw); return setChoiceMark(set, id, choice(set, draw, id), 'sign', draw.of([...SIGNS, undefined])) },
  setReason: (set, draw) => { const id = question(set, draw); return setChoiceMark(set, id, choice(set, draw, id), 'reason', draw.of([...set.reasons.map(each => each.id), undefined])) },
  setChannel: (set, draw) => { const id = question(set, draw); return setChoiceMark(set, id, choice(set, draw, id), 'channel', draw.of([...CHANNELS, undefined])) },
  setShelfLife: (set, draw) => { const id = question(set, draw); return setChoiceMark(set, id, choice(set, draw, id), 'shelfLifeDays', draw.of([draw.value(), undefined])) },
  addCannotPay: (set, draw) => addCannotPay(set, question(set, draw, 'money'), text(draw)),
  moveBandEdge: (set, draw) => moveBandEdge(set, banded(set, draw), draw.index() % 4, draw.value()),
  splitBand: (set, draw) => splitBand(set, banded(set, draw), draw.value(), text(draw)),
  mergeBands: (set, draw) => mergeBands(set, banded(set, draw), draw.index() % 4, side(draw)),
  removeBand: (set, draw) => { const id = banded(set, draw); return removeBand(set, id, choice(set, draw, id)) },
  movePotentialEdge: (set, draw) => movePotentialEdge(set, draw.index() % 4, draw.value()),
  splitPotentialBand: (set, draw) => splitPotentialBand(set, draw.value(), draw.value(), text(draw)),
  mergePotentialBands: (set, draw) => mergePotentialBands(set, draw.index() % 4, side(draw)),
  setPotentialQuestion: (set, draw) => setPotentialQuestion(set, draw.of([...set.questions.map(each => each.id), undefined])),
  setCoefficient: (set, draw) => setCoefficient(set, draw.index(), draw.value()),
  setPotentialText: (set, draw) => setPotentialText(set, draw.index(), language(draw), draw.words()),
  setCondition: (set, draw) => { const gate = question(set, draw); return setCondition(set, question(set, draw), gate, [choice(set, draw, gate)]) },
  dropCondition: (set, draw) => setCondition(set, question(set, draw), question(set, draw), []),
  addPosition: (set, draw) => addPosition(set, question(set, draw), draw.index()),
  removePosition: (set, draw) => removePosition(set, draw.index()),
  movePosition: (set, draw) => movePosition(set, draw.index(), draw.index()),
  addToPosition: (set, draw) => addToPosition(set, draw.index(), question(set, draw)),
  removeFromPosition: (set, draw) => removeFromPosition(set, draw.index(), question(set, draw)),
  addRule: (set, draw) => addRule(set, leadClass(draw), draw.index()),
  duplicateRule: (set, draw) => duplicateRule(set, rule(set, draw)),
  removeRule: (set, draw) => removeRule(set, rule(set, draw)),
  moveRule: (set, draw) => moveRule(set, rule(set, draw), draw.index()),
  setCell: (set, draw) => setCell(set, rule(set, draw), question(set, draw), cell(draw)),
  setRuleClass: (set, draw) => setRuleClass(set, rule(set, draw), leadClass(draw)),
  setCapped: (set, draw) => setCapped(set, rule(set, draw), draw.index() % 2 === 0),
  addElse: (set, draw) => addElse(set, leadClass(draw)),
  addReason: (set, draw) => addReason(set, text(draw)),
  removeReason: (set, draw) => removeReason(set, reason(set, draw)),
  moveReason: (set, draw) => moveReason(set, reason(set, draw), draw.index()),
  setReasonText: (set, draw) => setReasonText(set, reason(set, draw), language(draw), draw.words()),
  setReasonRecheck: (set, draw) => setReasonRecheck(set, reason(set, draw), draw.of([draw.value(), undefined])),
  addStep: (set, draw) => addStep(set, some(draw, ['steps', 'later'] as const, 'steps'), text(draw), channel(draw)),
  removeStep: (set, draw) => removeStep(set, step(set, draw)),
  moveStep: (set, draw) => moveStep(set, step(set, draw), draw.index()),
  setStepText: (set, draw) => setStepText(set, step(set, draw), some(draw, ['name', 'instruction'] as const, 'name'), language(draw), draw.words()),
  setStepChannel: (set, draw) => setStepChannel(set, step(set, draw), channel(draw)),
  setBase: (set, draw) => setBase(set, draw.value()),
  setCadence: (set, draw) => setCadence(set, leadClass(draw), [draw.value(), draw.value()], draw.value()),
  setFirstReaction: (set, draw) => setFirstReaction(set, some(draw, ['A', 'B'] as const, 'A'), draw.index() % 2 === 0 ? { workingMinutes: draw.value() } : { workingDays: draw.value() }),
  setRecheckDays: (set, draw) => setRecheckDays(set, draw.value()),
  setThinkingDays: (set, draw) => setThinkingDays(set, draw.of([{ A: 1, B: 2, C: draw.value() }, undefined])),
  setUnanswered: (set, draw) => setUnanswered(set, draw.value(), channel(draw)),
  setTimeShare: (set, draw) => setTimeShare(set, leadClass(draw), draw.value()),
  setWorkingDays: (set, draw) => setWorkingDays(set, [draw.index(), draw.index(), 8]),
  setWorkingHours: (set, draw) => setWorkingHours(set, some(draw, ['08:00', '9:00', '24:00'], ''), some(draw, ['17:00', '23:59', 'x'], '')),
  setZone: (set, draw) => setZone(set, draw.of(['Europe/Moscow', 'Asia/Omsk', '+03:00', 'Mars/Base', undefined])),
  addHoliday: (set, draw) => addHoliday(set, some(draw, ['2026-12-31', '2027-01-01', '2027-02-30', 'tomorrow'], '')),
  removeHoliday: (set, draw) => removeHoliday(set, some(draw, ['2026-12-31', '2027-01-01'], '')),
  setName: (set, draw) => setName(set, language(draw), draw.words()),
  setDefaultLanguage: (set, draw) => setDefaultLanguage(set, language(draw)),
  setStyle: (set, draw) => setStyle(set, some(draw, STYLES, 'code')),
  setLetters: (set, draw) => setLetters(set, draw.index()),
  setCurrency: (set, draw) => setCurrency(set, some(draw, ['USD', 'RUB', 'rub', 'EURO'], '')),
  setReorder: (set, draw) => setReorder(set, draw.index() % 2 === 0),
  setLargeOrder: (set, draw) => setLargeOrder(set, draw.value()),
  setHot: (set, draw) => setHot(set, some(draw, ['class', 'code'] as const, 'class')),
  setSentText: (set, draw) => setSentText(set, some(draw, TEXT_KINDS, 'comment'), language(draw), draw.words()),
  setStage: (set, draw) => setStage(set, leadClass(draw), draw.of(['HOT', undefined])),
}

export interface AnyEdit {
  readonly name: string
  readonly apply: (set: SetDraft) => SetDraft
  readonly toString: () => string
}

/** An edit with its numbers drawn; the same edit of the same set gives the same. */
export const anyEdit: fc.Arbitrary<AnyEdit> = fc.tuple(fc.constantFrom(...Object.entries(EDITS)), fc.array(fc.nat(97), { minLength: 8, maxLength: 8 }))
  .map(([[name, edit], numbers]) => ({
    name,
    toString: () => `${name}(${numbers.join(', ')})`,
    apply: (set) => {
      let next = 0
      const number = () => numbers[next++ % numbers.length] ?? 0
      return edit(set, {
        index: () => number() % 8,
        of: all => all[number() % Math.max(1, all.length)],
        words: () => ['', 'Другие слова', 'Other words', 'x'.repeat(4001)][number() % 4] ?? '',
        value: () => VALUES[number() % VALUES.length] ?? 0,
      })
    },
  }))

/** Edits one after the other. */
export const anyEdits: fc.Arbitrary<readonly AnyEdit[]> = fc.array(anyEdit, { minLength: 1, maxLength: 25 })
