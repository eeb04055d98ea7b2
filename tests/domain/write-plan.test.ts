import { describe, expect, it } from 'vitest'
import type { LeadRecord } from '../../src/domain/lead.ts'
import { DEFAULT_SET } from '../../src/domain/presets/default.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { conflictsOf } from '../../src/domain/write-plan.ts'
import type { WriteLine, WritePlan } from '../../src/domain/write-plan.ts'
import { aLead, answered, NOW, roubles } from './answering.ts'
import type { Short } from './answering.ts'
import { planFor, saved } from './saving.ts'

const HOT = { need: 'yes', urgency: 'now', budget: 1_200_000, client_type: 'b2b' }
const COOL = { need: 'yes', urgency: 'quarter/no', budget: 350_000, client_type: 'b2b' }

function line(plan: WritePlan, id: string): WriteLine | undefined {
  return plan.lines.find(each => each.id === id)
}

/** `code: B → A` for a line of a field; the id alone for the others, with a star when it is not ticked. */
function shown(each: WriteLine): string {
  const name = each.ticked ? each.id : `${each.id}*`
  if (each.kind === 'answer' || each.kind === 'result' || each.kind === 'title' || each.kind === 'stage') return `${name}: ${each.from ?? '-'} → ${each.to ?? '-'}`
  return each.kind === 'notice' ? `${name}: ${each.reasons.join(', ')}` : name
}

function planOf(short: Short, lead: LeadRecord = aLead(), set: QuestionSet = DEFAULT_SET): readonly string[] {
  return planFor(set, lead, answered(short)).lines.map(shown)
}

/** The lead after these answers were saved to it. */
function savedLead(short: Short, lead: LeadRecord = aLead(), set: QuestionSet = DEFAULT_SET): LeadRecord {
  return saved(set, planFor(set, lead, answered(short)), answered(short))
}

describe('the write plan', () => {
  it('of a new lead has every line that the answers give, and no other', () => {
    expect(planOf(HOT)).toEqual([
      'answer.need: - → yes',
      'answer.urgency: - → now',
      'answer.budget: - → from_1m',
      'answer.client_type: - → b2b',
      'code: - → AAA',
      'class: - → A',
      'coefficient: - → 4',
      'important: false → true',
      'title: Request from the site → AAA Request from the site',
      'opportunity',
      'nextTouch: - → 2026-11-23T11:15:00+03:00',
      'todo',
      'record',
      'comment',
      'notice: hot, large-order',
    ])
  })

  it('of an open class leaves class, coefficient and reason empty, and plans to ask', () => {
    const plan = planFor(DEFAULT_SET, aLead(), answered({ need: 'yes', urgency: 'now', budget: '?' }))
    expect(plan.lines.map(each => each.id)).toEqual(['answer.need', 'answer.urgency', 'code', 'title', 'nextTouch', 'todo', 'record', 'comment'])
    expect(line(plan, 'todo')).toMatchObject({ to: { kind: 'ask', questions: ['budget'] } })
    expect(line(plan, 'title')).toMatchObject({ to: '??A Request from the site' })
  })

  it('empties what holds no more', () => {
    const lines = planOf({ ...HOT, urgency: '?', budget: '?' }, savedLead({ need: 'later', urgency: 'later/no', budget: 1_500_000, client_type: 'c2c' }))
    expect(lines).toEqual(expect.arrayContaining(['answer.need: later → yes', 'answer.urgency: later → -', 'class: C → -', 'reason: not_now → -', 'answer.budget: from_1m → -']))
    expect(lines).not.toContain('important: true → false')
  })

  it('empties the field of a question that got hidden, though the answer is kept', () => {
    const set: QuestionSet = {
      ...DEFAULT_SET, questions: DEFAULT_SET.questions.map(question => question.id === 'client_type' ? { ...question, askIf: [{ question: 'need', choices: ['yes'] }] } : question),
    }
    expect(planOf({ ...HOT, need: 'later' }, savedLead(HOT, aLead(), set), set)).toContain('answer.client_type: b2b → -')
  })

  it('of answers already in the lead is empty, and of the same answers confirmed anew only says so', () => {
    const lead = savedLead(HOT)
    expect(planFor(DEFAULT_SET, lead, answered(HOT), { answeredNow: false }).lines).toEqual([])
    expect(planOf(HOT, lead)).toEqual(['record', 'comment'])
  })

  it('is empty while nothing is answered, whatever the lead holds', () => {
    expect(planOf({}, aLead({ title: 'AAB Request', opportunity: roubles(2_000_000), fields: { code: 'AAB', class: 'A' } }))).toEqual([])
  })
})

describe('the step that is planned already', () => {
  const lead = savedLead(COOL)
  const stands = '2026-11-24T09:30:00+03:00'

  it('stands while the results behind it do', () => {
    expect(lead.fields.nextTouch).toBe(stands)
    const later = planFor(DEFAULT_SET, lead, answered({ ...COOL, client_type: 'b2c' }), { now: NOW + 3_600_000 })
    expect(later.lines.map(each => each.id)).toEqual(['answer.client_type', 'code', 'title', 'record', 'comment'])
  })

  it.each<[string, Short, LeadRecord, number]>([
    ['the class changed', HOT, lead, NOW + 1000],
    ['the coefficient changed', { ...COOL, budget: 120_000 }, lead, NOW + 86_400_000],
    ['it is past', COOL, lead, NOW + 3 * 86_400_000],
    ['its to-do is done', COOL, (({ todo: _, ...rest }) => rest)(lead), NOW],
    ['the class got open', { ...COOL, budget: '?', urgency: 'now' }, lead, NOW],
  ])('is planned anew when %s', (_, short, from, now) => {
    expect(line(planFor(DEFAULT_SET, from, answered(short), { now }), 'todo')).toBeDefined()
  })
})

describe('the title', () => {
  it.each<[QuestionSet['style'], Short, string]>([
    ['code', COOL, 'ABB Request from the site'],
    ['both', COOL, 'ABB Request from the site'],
    ['class', COOL, 'BBB Request from the site'],
    ['code', { need: 'yes' }, '??? Request from the site'],
    ['class', { need: 'yes' }, 'Request from the site'],
  ])('in style %s carries its result: %o', (style, short, title) => {
    expect(savedLead(short, aLead(), { ...DEFAULT_SET, style }).title).toBe(title)
  })

  it('is asked about when its code is not the lead\'s, and keeps the words unless told otherwise', () => {
    const lead = aLead({ title: 'CCC Request' })
    const keep = planFor(DEFAULT_SET, lead, answered(COOL))
    expect(keep.reading).toMatchObject({ kind: 'ask', why: 'no-code', prefix: 'CCC' })
    expect(line(keep, 'title')).toMatchObject({ to: 'ABB CCC Request' })
    expect(line(planFor(DEFAULT_SET, lead, answered(COOL), { titleChoice: 'replace' }), 'title')).toMatchObject({ to: 'ABB Request' })
  })

  it('gets its cut end back when the code goes', () => {
    const words = `Request ${'of many words '.repeat(20)}end`
    const style = { ...DEFAULT_SET, style: 'class' } as const
    const lead = savedLead(COOL, aLead({ title: words.slice(0, 255) }), style)
    expect(lead.title).toHaveLength(255)
    expect(savedLead({ ...COOL, budget: '?' }, lead, style).title).toBe(words.slice(0, 255))
  })
})

describe('the amount of the lead', () => {
  it.each<[string, Partial<LeadRecord>, Short, string | undefined]>([
    ['is written when a sum was typed', {}, COOL, 'opportunity'],
    ['is written in place of another', { opportunity: roubles(5) }, COOL, 'opportunity'],
    ['is written in the currency of the set', { opportunity: { amount: 350_000, currency: 'USD' } }, COOL, 'opportunity'],
    ['is offered, not ticked, when the portal counts it from products', { amountFromProducts: true, opportunity: roubles(5) }, COOL, 'opportunity*'],
    ['is left alone when it is the same', { opportunity: roubles(350_000) }, COOL, undefined],
    ['is left alone when only a band was chosen', { opportunity: roubles(5) }, { ...COOL, budget: 'from_1m' }, undefined],
  ])('%s', (_, changes, short, expected) => {
    expect(planOf(short, aLead(changes)).find(each => each.startsWith('opportunity'))).toBe(expected)
  })

  it('that is not ticked makes no plan of its own', () => {
    const lead = savedLead(COOL, aLead({ amountFromProducts: true, opportunity: roubles(5) }))
    expect(lead.opportunity).toEqual(roubles(5))
    expect(planFor(DEFAULT_SET, lead, answered(COOL), { answeredNow: false }).lines).toEqual([])
  })
})

describe('the stage', () => {
  const set: QuestionSet = { ...DEFAULT_SET, stages: { A: 'HOT', C: 'NURTURE' } }

  it.each<[string, Short, Partial<LeadRecord>, QuestionSet, string | undefined]>([
    ['goes with a decided class', HOT, {}, set, 'stage: NEW → HOT'],
    ['goes with class C', { need: 'no' }, {}, set, 'stage: NEW → NURTURE'],
    ['stays where the class has none', COOL, {}, set, undefined],
    ['stays while the class is open', { need: 'yes' }, {}, set, undefined],
    ['stays where the lead is no longer in work', HOT, { inWork: false, stage: 'JUNK' }, set, undefined],
    ['stays where it is that one', HOT, { stage: 'HOT' }, set, undefined],
    ['stays in a set without stages', HOT, {}, DEFAULT_SET, undefined],
  ])('%s', (_, short, changes, of, expected) => {
    expect(planOf(short, aLead(changes), of).find(each => each.startsWith('stage'))).toBe(expected)
  })
})

describe('the notice to the supervisor', () => {
  const byCode: QuestionSet = { ...DEFAULT_SET, notices: { ...DEFAULT_SET.notices, hot: 'code' } }

  it.each<[string, Short, LeadRecord, QuestionSet, string | undefined]>([
    ['of a lead that got hot', { ...HOT, budget: 600_000 }, aLead(), DEFAULT_SET, 'notice: hot'],
    ['of a large order that is not hot', { ...COOL, budget: 1_000_000 }, aLead(), DEFAULT_SET, 'notice: large-order'],
    ['of both', HOT, aLead(), DEFAULT_SET, 'notice: hot, large-order'],
    ['of neither', COOL, aLead(), DEFAULT_SET, undefined],
    ['not again of a lead that was hot', { ...HOT, client_type: 'b2c' }, savedLead(HOT), DEFAULT_SET, undefined],
    ['of what is new only', HOT, savedLead({ ...HOT, budget: 600_000 }), DEFAULT_SET, 'notice: large-order'],
    ['of a lead hot again after it was not', HOT, savedLead({ ...HOT, urgency: 'later/no' }), DEFAULT_SET, 'notice: hot'],
    ['by code: of an all-A code', HOT, savedLead({ ...HOT, client_type: 'b2c' }), byCode, 'notice: hot'],
    ['by code: not of class A alone', { ...HOT, client_type: 'b2c' }, savedLead(COOL), byCode, 'notice: large-order'],
    ['not of an amount that is large already', { ...COOL, budget: 'from_300k' }, aLead({ opportunity: roubles(2_000_000), fields: { important: true } }), DEFAULT_SET, undefined],
  ])('is sent %s', (_, short, lead, set, expected) => {
    expect(planOf(short, lead, set).find(each => each.startsWith('notice'))).toBe(expected)
  })

  it('is sent to nobody where nobody is above', () => {
    expect(line(planFor(DEFAULT_SET, aLead(), answered(HOT), { supervisor: undefined }), 'notice')).toBeUndefined()
  })
})

describe('a conflict', () => {
  const lead = savedLead(COOL)
  const plan = planFor(DEFAULT_SET, lead, answered(HOT))

  it('shows what stands there now, beside what was shown', () => {
    const other: LeadRecord = { ...lead, title: 'ABB Renamed' }
    const [conflict, ...more] = conflictsOf(plan, planFor(DEFAULT_SET, other, answered(HOT)))
    expect(more).toEqual([])
    expect(conflict).toMatchObject({ line: { id: 'title', from: 'ABB Renamed', to: 'AAA Renamed' }, before: { from: 'ABB Request from the site', to: 'AAA Request from the site' } })
  })

  it('is none where the other wrote the same', () => {
    const other: LeadRecord = { ...lead, fields: { ...lead.fields, class: 'A' } }
    expect(conflictsOf(plan, planFor(DEFAULT_SET, other, answered(HOT)))).toEqual([])
  })

  it('is none in a step that only the other\'s change makes new', () => {
    const same = planFor(DEFAULT_SET, lead, answered(COOL))
    const other: LeadRecord = { ...lead, fields: { ...lead.fields, class: 'A' } }
    const anew = planFor(DEFAULT_SET, other, answered(COOL), { now: NOW + 7_200_000 })
    expect(conflictsOf(same, anew).map(conflict => conflict.line.id)).toEqual(['class'])
  })
})
