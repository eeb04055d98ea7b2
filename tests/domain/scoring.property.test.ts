import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isVisible, offerIsOpen, OFFER_ANSWERS, outcomes } from '../../src/domain/answers.ts'
import type { Answer, Answers, Outcome } from '../../src/domain/answers.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { openQuestions } from '../../src/domain/asked-questions.ts'
import { decidedEarly, decidingQuestions, nextQuestion } from '../../src/domain/question-order.ts'
import { choicesOf, GRADES, isGraded, LEAD_CLASSES } from '../../src/domain/question-set.ts'
import type { Cell, LeadClass, Question, QuestionSet } from '../../src/domain/question-set.ts'
import { score } from '../../src/domain/score.ts'
import type { Score } from '../../src/domain/score.ts'
import { touchArithmetic } from '../../src/domain/touches.ts'
import { answerOf, answersTo, anyMoney, anySet, someOf } from './arbitrary.ts'
import { isComplete, qualified } from './answering.ts'

interface Case { readonly set: QuestionSet; readonly answers: Answers }

const anyCase: fc.Arbitrary<Case> = fc.oneof({ weight: 3, arbitrary: anySet }, { weight: 1, arbitrary: fc.constantFrom(...PRESETS) })
  .chain(set => answersTo(set).map(answers => ({ set, answers })))

/** Every answer that is known to count for something: each choice, and each way its offer can go. */
function knownAnswers(question: Question): Answer[] {
  return choicesOf(question).flatMap(({ id, sign }): Answer[] => question.kind === 'horizon' && question.offer && sign !== 'plus'
    ? [{ kind: 'choice', choice: id, offer: 'yes' }, { kind: 'choice', choice: id, offer: 'no' }]
    : [{ kind: 'choice', choice: id }])
}

/** What is hidden now does not count, even where a later answer shows it again: it may be answered anew then. */
function visibleOnly(set: QuestionSet, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => isVisible(set, answers, id)))
}

/** Everything that the answers can become when all that is asked gets known; by brute force. */
function completions(set: QuestionSet, answers: Answers, from = 0): Answers[] {
  const question = set.questions[from]
  if (question === undefined) return [answers]
  const outcome = outcomes(set, answers).get(question.id)
  if (question.kind === 'text' || outcome?.state !== 'open') return completions(set, answers, from + 1)
  const given = answers[question.id]
  const ways = offerIsOpen(question, given) && given?.kind === 'choice'
    ? knownAnswers(question).filter(way => way.kind === 'choice' && way.choice === given.choice)
    : knownAnswers(question)
  return ways.flatMap(way => completions(set, { ...answers, [question.id]: way }, from + 1))
}

function fits(cell: Cell, outcome: Outcome | undefined): boolean {
  if (cell === 'any') return true
  if (outcome?.state !== 'known') return false
  return typeof cell === 'string' ? outcome.sign === cell : outcome.grade !== undefined && cell.includes(outcome.grade)
}

/** The class of answers of which everything asked is known, read off the table. */
function plainClass(set: QuestionSet, answers: Answers): LeadClass {
  const state = outcomes(set, answers)
  return (set.classRules.find(rule => Object.entries(rule.when).every(([id, cell]) => fits(cell, state.get(id)))) ?? set.classElse).class
}

function plainLetters(set: QuestionSet, answers: Answers): string[] {
  const state = outcomes(set, answers)
  return set.code.map(({ questions }) => questions.reduce((worst, id) => {
    const outcome = state.get(id)
    const grade = outcome?.state === 'known' ? outcome.grade : undefined
    return grade !== undefined && (worst === '?' || grade > worst) ? grade : worst
  }, '?'))
}

function possibleClasses({ class: result }: Score): readonly LeadClass[] {
  return result.state === 'decided' ? [result.class] : result.possible
}

describe('any set with any answers', () => {
  it('leaves possible exactly the classes that some completion gives, and is decided when it is one', () => {
    fc.assert(fc.property(anyCase, ({ set, answers }) => {
      const result = score(set, answers)
      const all = completions(set, visibleOnly(set, answers)).map(each => plainClass(set, each))
      expect(possibleClasses(result)).toEqual(LEAD_CLASSES.filter(each => all.includes(each)))
      expect(result.class.state).toBe(possibleClasses(result).length === 1 ? 'decided' : 'open')
    }), { numRuns: 400 })
  })

  it('shows a letter exactly when every completion gives that letter, and one letter per position', () => {
    fc.assert(fc.property(anyCase, ({ set, answers }) => {
      const all = completions(set, visibleOnly(set, answers)).map(each => plainLetters(set, each))
      const expected = set.code.map((_, position) => {
        const letters = new Set(all.map(each => each[position]))
        const [only] = letters
        return letters.size === 1 ? only : '?'
      })
      expect(score(set, answers).letters).toEqual(expected)
      expect(score(set, answers).code).toBe(expected.join(''))
    }), { numRuns: 400 })
  })

  it('keeps a decided class and a letter whatever is answered after it', () => {
    const later = anyCase.chain(({ set, answers }) => answersTo(set).map(more => ({ set, answers, more })))
    fc.assert(fc.property(later, fc.constantFrom(...OFFER_ANSWERS), ({ set, answers, more }, offer) => {
      const state = outcomes(set, answers)
      const after = set.questions.reduce<Answers>((all, question) => {
        const given = answers[question.id]
        const next = more[question.id]
        if (state.get(question.id)?.state === 'known') return all
        if (given?.kind === 'choice' && state.get(question.id)?.state === 'open' && offerIsOpen(question, given)) return { ...all, [question.id]: { ...given, offer } }
        return next === undefined ? all : { ...all, [question.id]: next }
      }, answers)
      const [before, now] = [score(set, answers), score(set, after)]
      if (before.class.state === 'decided') expect(now.class).toMatchObject({ state: 'decided', class: before.class.class })
      else expect(before.class.possible).toEqual(expect.arrayContaining([...possibleClasses(now)]))
      before.letters.forEach((letter, position) => { if (letter !== '?') expect(now.letters[position]).toBe(letter) })
    }), { numRuns: 1000 })
  })

  it('does not count the answer of a hidden question', () => {
    const changed = anyCase.chain(({ set, answers }) => {
      const hidden = set.questions.filter(question => !isVisible(set, answers, question.id))
      const others = someOf(hidden.map(question => [question.id, answerOf(question)]))
      return fc.tuple(others, anyMoney).map(([other, lead]) => {
        const kept = Object.entries(answers).filter(([id]) => hidden.every(question => question.id !== id))
        return { set, answers, lead, other: { ...Object.fromEntries(kept), ...other }, hidden }
      })
    })
    fc.assert(fc.property(changed.filter(({ hidden }) => hidden.length > 0), ({ set, answers, lead, other }) => {
      const { answers: _, ...before } = qualified(set, answers, { lead })
      const { answers: __, ...after } = qualified(set, other, { lead })
      expect(after).toEqual(before)
      expect(nextQuestion(set, other)).toEqual(nextQuestion(set, answers))
      expect(isComplete(set, other)).toBe(isComplete(set, answers))
    }), { numRuns: 400 })
  })

  it('offers one of the open questions next, until none is left', () => {
    fc.assert(fc.property(anyCase, ({ set, answers }) => {
      const open = openQuestions(set, answers)
      const next = nextQuestion(set, answers)
      expect(next === undefined).toBe(open.length === 0)
      if (next !== undefined) expect(open).toContain(next)
      if (!set.reorder) expect(next).toBe(open[0])
      if (decidedEarly(set, answers)) expect(isComplete(set, answers)).toBe(false)
    }), { numRuns: 400 })
  })

  it('names what to ask exactly while the class is open', () => {
    fc.assert(fc.property(anyCase, ({ set, answers }) => {
      const ask = decidingQuestions(set, answers)
      expect(ask.length > 0).toBe(score(set, answers).class.state === 'open')
      const state = outcomes(set, answers)
      for (const question of ask) expect(state.get(question.id)?.state).toBe('open')
    }), { numRuns: 400 })
  })

  it('gives the same result for the same answers', () => {
    fc.assert(fc.property(anyCase, anyMoney, ({ set, answers }, lead) => {
      const copy: QuestionSet = structuredClone(set)
      expect(qualified(copy, structuredClone(answers), { lead })).toEqual(qualified(set, answers, { lead }))
    }), { numRuns: 200 })
  })
})

describe('any shipped set', () => {
  it('never gives a worse class for a better answer', () => {
    const better = fc.constantFrom(...PRESETS).chain(set => fc.record({
      set: fc.constant(set),
      answers: answersTo(set),
      question: fc.constantFrom(...set.questions.filter(isGraded)),
    })).chain(({ set, answers, question }) => fc.tuple(fc.constantFrom(...knownAnswers(question)), fc.constantFrom(...knownAnswers(question)))
      .map(([one, other]) => ({ set, answers, question, one, other })))
    fc.assert(fc.property(better, ({ set, answers, question, one, other }) => {
      const give = (answer: Answer) => {
        const given = { ...answers, [question.id]: answer }
        const outcome = outcomes(set, given).get(question.id)
        const ranks = possibleClasses(score(set, given)).map(each => LEAD_CLASSES.indexOf(each))
        return { grade: outcome?.state === 'known' && outcome.grade ? GRADES.indexOf(outcome.grade) : 0, minus: outcome?.state === 'known' && outcome.sign === 'minus', ranks }
      }
      const [a, b] = [give(one), give(other)]
      fc.pre(a.grade <= b.grade && Number(a.minus) <= Number(b.minus))
      expect(Math.min(...a.ranks)).toBeLessThanOrEqual(Math.min(...b.ranks))
      expect(Math.max(...a.ranks)).toBeLessThanOrEqual(Math.max(...b.ranks))
    }), { numRuns: 1000 })
  })

  it('asks at most as many questions as it has, and decides once all are answered', () => {
    fc.assert(fc.property(fc.constantFrom(...PRESETS).chain(set => fc.tuple(fc.constant(set), fc.infiniteStream(fc.nat()))), ([set, picks]) => {
      let answers: Answers = {}
      for (let asked = 0; asked <= set.questions.length; asked++) {
        const next = nextQuestion(set, answers)
        if (next === undefined) break
        const ways = isGraded(next) ? knownAnswers(next) : choicesOf(next).map((choice): Answer => ({ kind: 'choice', choice: choice.id }))
        const way = ways[(picks.next().value ?? 0) % ways.length]
        if (way) answers = { ...answers, [next.id]: way }
      }
      expect(isComplete(set, answers)).toBe(true)
      expect(score(set, answers).class.state).toBe('decided')
      expect(score(set, answers).code).not.toContain('?')
    }), { numRuns: 300 })
  })
})

it('touches are base × coefficient, rounded half up, exact to the tenth', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 100 }), (base, coefficient) => {
    const touches = Math.floor((base * coefficient + 50) / 100)
    expect(touchArithmetic(base / 10, coefficient / 10, false).touches).toBe(touches)
    expect(touchArithmetic(base / 10, coefficient / 10, true).touches).toBe(0)
  }), { numRuns: 5000 })
})
