import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/domain/answers.ts'
import { firstOpen } from '../../src/domain/asked-questions.ts'
import type { Draft } from '../../src/domain/draft.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import { nextQuestion } from '../../src/domain/question-order.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { answered as put, draftOf, startedAgain, startingRun, unanswered, wentBack, wentOn, withNote } from '../../src/stores/run-state.ts'
import type { RunState } from '../../src/stores/run-state.ts'
import { answered } from '../domain/answering.ts'
import type { Short } from '../domain/answering.ts'
import { asks, setOf } from '../domain/made-sets.ts'

const ALL = { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b', channel: 'call' }

function running(short: Short = {}, changes: Partial<RunState> = {}, set: QuestionSet = DEFAULT_SET): RunState {
  return { ...startingRun(set, answered(short), undefined, firstOpen), ...changes }
}

function choosing(state: RunState, question: string, short: string, goOn = true, set: QuestionSet = DEFAULT_SET): RunState {
  const answer = answered({ [question]: short })[question]
  if (answer === undefined) throw new Error('no answer')
  return put(set, state, question, answer, goOn, set.reorder ? nextQuestion : firstOpen)
}

const on = (state: RunState) => wentOn(DEFAULT_SET, state, firstOpen)
const back = (state: RunState) => wentBack(DEFAULT_SET, state)

describe('a run starts', () => {
  it('with the first question where nothing is known', () => {
    expect(running()).toEqual({ answers: {}, answered: [], notes: {}, namedDate: undefined, again: false, current: 'need' })
  })

  it.each<[string, Short, string | undefined]>([
    ['after the answers that the lead has', { need: 'yes', urgency: 'now' }, 'budget'],
    ['at the first gap', { need: 'yes', budget: '?' }, 'urgency'],
    ['at an offer that was never asked', { need: 'yes', urgency: 'later', budget: '?' }, 'urgency'],
    ['at an answer that the set does not have any more', { ...ALL, client_type: 'martian' }, 'client_type'],
    ['with none where all is answered', ALL, undefined],
  ])('%s', (_, short, current) => {
    expect(running(short).current).toBe(current)
    expect(running(short).answered).toEqual([])
  })

  it('from a draft, whatever the lead has', () => {
    const draft: Draft = {
      set: 'default@1', at: 5, seconds: 9, answers: answered({ need: 'no' }), answered: ['need'], again: false, notes: { need: 'кирпич' }, namedDate: '2026-07-01',
    }
    expect(startingRun(DEFAULT_SET, answered(ALL), draft, firstOpen)).toEqual({
      answers: answered({ need: 'no' }), answered: ['need'], notes: { need: 'кирпич' }, namedDate: '2026-07-01', again: false, current: 'urgency',
    })
  })

  it('where a re-qualification was left: at the first question not confirmed yet', () => {
    const draft: Draft = { set: 'default@1', at: 5, seconds: 9, answers: answered(ALL), answered: ['need'], again: true, notes: {} }
    expect(startingRun(DEFAULT_SET, answered(ALL), draft, firstOpen).current).toBe('urgency')
  })

  it('as its own draft tells', () => {
    const state = withNote(choosing(running(), 'need', 'later'), 'need', 'кирпич')
    const draft = draftOf(DEFAULT_SET, state, 1000, 34)
    expect(draft).toEqual({ set: 'default@1', at: 1000, seconds: 34, answers: state.answers, answered: ['need'], again: false, notes: { need: 'кирпич' } })
    expect(startingRun(DEFAULT_SET, {}, draft, firstOpen)).toEqual(state)
    const dated = { ...state, namedDate: '2026-07-01' }
    expect(startingRun(DEFAULT_SET, {}, draftOf(DEFAULT_SET, dated, 1000, 34), firstOpen)).toEqual(dated)
  })
})

describe('an answer', () => {
  it('leads to the next question, or stays where it is', () => {
    expect(choosing(running(), 'need', 'yes')).toMatchObject({ answers: answered({ need: 'yes' }), answered: ['need'], current: 'urgency' })
    expect(choosing(running(), 'need', 'yes', false)).toMatchObject({ answered: ['need'], current: 'need' })
  })

  it('keeps its place while the offer is to be asked', () => {
    const asked = choosing(running({ need: 'yes' }), 'urgency', 'quarter')
    expect(asked.current).toBe('urgency')
    expect(choosing(asked, 'urgency', 'quarter/no').current).toBe('budget')
    expect(choosing(running({ need: 'yes' }), 'urgency', 'now').current).toBe('budget')
  })

  it('is counted once however often it changes', () => {
    expect(choosing(choosing(running(), 'need', 'yes'), 'need', 'no').answered).toEqual(['need'])
  })

  it('goes past what is answered, and at the end to what was left out', () => {
    expect(choosing(running({ urgency: 'now' }), 'need', 'yes').current).toBe('budget')
    expect(choosing(running({ urgency: 'now', budget: '?', client_type: 'b2b' }, { current: 'channel' }), 'channel', 'call').current).toBe('need')
    expect(choosing(running({ ...ALL, channel: '?' }), 'channel', 'call').current).toBeUndefined()
  })

  it('to a question that the set does not have changes nothing', () => {
    const state = running()
    expect(choosing(state, 'nobody', 'yes')).toBe(state)
  })

  it('can be taken back as if it had not been asked', () => {
    const state = unanswered(choosing(running({ budget: '?' }), 'need', 'yes'), 'need')
    expect(state.answers).toEqual(answered({ budget: '?' }))
    expect(state.answered).toEqual([])
  })
})

describe('going on and back', () => {
  it('passes a question over and comes to it again at the end', () => {
    let state = on(running())
    expect(state.current).toBe('urgency')
    expect(state.answered).toEqual([])
    for (const [question, choice] of [['urgency', 'now'], ['budget', '?'], ['client_type', 'b2b']] as const) state = choosing(state, question, choice)
    expect(on(state).current).toBe('need')
    expect(choosing(state, 'channel', 'call').current).toBe('need')
  })

  it('ends when the only question that is open is passed over', () => {
    const { need: _, ...rest } = ALL
    expect(on(running(rest)).current).toBeUndefined()
  })

  it('confirms an answer that is there already', () => {
    const state = on(running({ need: 'yes' }, { current: 'need' }))
    expect(state).toMatchObject({ answered: ['need'], current: 'urgency' })
    expect(on({ ...state, current: 'need' }).answered).toEqual(['need'])
  })

  it('does not confirm an answer whose offer is open', () => {
    expect(on(running({ need: 'yes', urgency: 'later' }, { current: 'urgency' })).answered).toEqual([])
  })

  it('does nothing at the end', () => {
    const state = running(ALL)
    expect(on(state)).toBe(state)
  })

  it.each<[string, string | undefined, string]>([
    ['to the question before', 'budget', 'urgency'],
    ['from the end to the last', undefined, 'channel'],
    ['nowhere from the first', 'need', 'need'],
  ])('goes back %s', (_, current, reached) => {
    expect(back(running(ALL, { current })).current).toBe(reached)
  })
})

describe('qualifying again', () => {
  it('asks every question in order, and going on confirms each', () => {
    let state = startedAgain(DEFAULT_SET, running(ALL))
    const way: (string | undefined)[] = []
    for (; state.current !== undefined && way.length < 9; state = on(state)) way.push(state.current)
    expect(way).toEqual(['need', 'urgency', 'budget', 'client_type', 'channel'])
    expect(state.answered).toEqual(way)
    expect(state.answers).toEqual(answered(ALL))
  })

  it('keeps the earlier answers beside one that changed', () => {
    const state = choosing(startedAgain(DEFAULT_SET, running(ALL)), 'need', 'later')
    expect(state).toMatchObject({ current: 'urgency', answered: ['need'], answers: answered({ ...ALL, need: 'later' }) })
  })

  it('asks the offer anew when the band is chosen anew', () => {
    const again = { ...startedAgain(DEFAULT_SET, running({ ...ALL, urgency: 'later/yes' })), current: 'urgency' }
    expect(on(again)).toMatchObject({ current: 'budget', answers: { urgency: { offer: 'yes' } } })
    expect(choosing(again, 'urgency', 'later').current).toBe('urgency')
  })
})

describe('a set that may ask first what decides most', () => {
  const set: QuestionSet = { ...DEFAULT_SET, reorder: true }

  it('asks about the money of a client in need before all else', () => {
    const order = nextQuestion(set, answered({ need: 'yes' }))?.id
    expect(order).toBe('budget')
    expect(choosing(running({}, {}, set), 'need', 'yes', true, set).current).toBe(order)
  })

  it('goes by the set’s order once the class is decided', () => {
    expect(choosing(running({}, {}, set), 'need', 'no', true, set).current).toBe('urgency')
  })

  it('lets the question that decides most be passed over', () => {
    const state = { ...running({ need: 'yes' }, {}, set), current: 'budget' }
    expect(wentOn(set, state, nextQuestion).current).toBe('urgency')
  })

  it('asks everything in the set’s order when it is asked again', () => {
    const state = startedAgain(set, running(ALL, {}, set))
    expect(choosing(state, 'need', 'yes', true, set).current).toBe('urgency')
  })
})

describe('a question that is asked only after some answers', () => {
  const set = setOf({
    questions: [
      asks('need', 'yes A+', 'no C-'),
      { ...asks('size', 'big A', 'small B'), askIf: [{ question: 'need', choices: ['yes'] }] },
      asks('urgency', 'now A+', 'later B-'),
    ],
  })
  const start = () => startingRun(set, {}, undefined, firstOpen)

  it('appears with the answer that asks for it', () => {
    expect(choosing(start(), 'need', 'yes', true, set).current).toBe('size')
    expect(choosing(start(), 'need', 'no', true, set).current).toBe('urgency')
  })

  it('vanishes with that answer, which is kept for when it comes back', () => {
    const small = choosing(choosing(start(), 'need', 'yes', true, set), 'size', 'small', true, set)
    const gone = choosing({ ...small, current: 'need' }, 'need', 'no', true, set)
    expect(gone.current).toBe('urgency')
    expect(wentBack(set, gone).current).toBe('need')
    expect(choosing({ ...gone, current: 'need' }, 'need', 'yes', true, set)).toMatchObject({ current: 'urgency', answers: { size: { choice: 'small' } } })
  })

  it('that vanished while it was the one asked leads back to the first', () => {
    const state: RunState = { ...choosing(start(), 'need', 'no', true, set), current: 'size' }
    expect(wentBack(set, state).current).toBe('need')
    expect(wentOn(set, state, firstOpen).current).toBe('urgency')
  })
})

describe('notes', () => {
  it('are kept by question, and an emptied one is forgotten', () => {
    const state = withNote(withNote(running(), 'need', 'кирпич'), 'budget', 'в кредит')
    expect(state.notes).toEqual({ need: 'кирпич', budget: 'в кредит' })
    expect(withNote(state, 'need', '').notes).toEqual({ budget: 'в кредит' })
  })
})

it('keeps each way to answer as it was given', () => {
  const answers: readonly Answer[] = [
    { kind: 'amount', amount: 350_000 }, { kind: 'unknown', said: 'спросит' }, { kind: 'text', text: 'слова' }, { kind: 'choice', choice: 'later', date: '2027-01-01' },
  ]
  for (const answer of answers) expect(put(DEFAULT_SET, running(), 'need', answer, false, firstOpen).answers['need']).toEqual(answer)
})
