import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/domain/answers.ts'
import type { LeadRecord } from '../../src/domain/lead.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { LEAD_CLASSES, STYLES } from '../../src/domain/question-set.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { TITLE_CHOICES } from '../../src/domain/title.ts'
import { conflictsOf } from '../../src/domain/write-plan.ts'
import type { WriteLine } from '../../src/domain/write-plan.ts'
import { aLead, NOW } from './answering.ts'
import { answersTo, anyMoney, anySet, someOf } from './arbitrary.ts'
import { planFor, saved } from './saving.ts'

const DAY = 86_400_000

const styled = fc.oneof(anySet, fc.constantFrom(...PRESETS)).chain(set => fc.constantFrom(...STYLES).map((style): QuestionSet => ({ ...set, style })))

const title = fc.oneof(
  fc.constantFrom('', ' ', 'Request', ' Request', 'AAA', 'AAB Request', 'ААВ Заявка', '[aab] Request', 'AAB | x', 'AAB AAB x', 'ABC-Строй', 'CBA', '??A x', 'A x', 'AAAA'),
  fc.array(fc.constantFrom('AAB', 'AAA', 'B', '?', '[', ']', ' ', '-', '|', 'Сварка', '👩‍🔧'), { maxLength: 8 }).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('', 'AAB ', 'Request '), fc.integer({ min: 30, max: 50 })).map(([start, times]) => start + 'Заявка👩‍🔧 '.repeat(times)),
)

function anyLead(set: QuestionSet): fc.Arbitrary<LeadRecord> {
  const fields = fc.record({
    answers: someOf(set.questions.map(question => [question.id, fc.constantFrom('yes', 'no', 'c0', 'gone')])),
    code: fc.constantFrom('AAB', 'A', 'CCC', '???'),
    class: fc.constantFrom(...LEAD_CLASSES),
    coefficient: fc.integer({ min: 0, max: 4 }),
    purchaseDate: fc.constant('2026-12-01'),
    nextTouch: fc.constantFrom('2026-11-20T10:00:00+03:00', '2026-12-20T10:00:00+03:00'),
    important: fc.boolean(),
    reason: fc.constantFrom('no_need', 'gone'),
  }, { requiredKeys: ['answers', 'important'] })
  return fc.record({
    title,
    fields,
    inWork: fc.boolean(),
    amountFromProducts: fc.boolean(),
    opportunity: anyMoney,
    todo: fc.option(fc.constant({ id: 9, deadline: '2026-12-20T10:00:00+03:00', title: '', text: '', responsible: 1 }), { nil: undefined }),
  }).map(({ opportunity, todo, ...rest }) => aLead({ ...rest, ...(opportunity && { opportunity }), ...(todo && { todo }) }))
}

const anyCase = styled.chain(set => fc.record({
  set: fc.constant(set), lead: anyLead(set), answers: answersTo(set), changed: answersTo(set),
  choice: fc.constantFrom(...TITLE_CHOICES),
}))

function ids(lines: readonly WriteLine[]): string[] {
  return lines.map(line => line.id)
}

function lasting(lead: LeadRecord): LeadRecord {
  const { run: _, ...fields } = lead.fields
  return { ...lead, fields }
}

describe('the write plan', () => {
  it('of a lead just written is empty, at any later moment, and again after the answers changed', () => {
    fc.assert(fc.property(anyCase, fc.nat(60 * DAY), ({ set, lead, answers, changed, choice }, later) => {
      const first = saved(set, planFor(set, lead, answers, { titleChoice: choice }), answers)
      expect(planFor(set, first, answers, { now: NOW + later, answeredNow: false }).lines).toEqual([])
      const now = NOW + later
      const second = saved(set, planFor(set, first, changed, { now, titleChoice: 'keep' }), changed)
      const expected: Answers = Object.keys(changed).length === 0 ? answers : changed
      expect(planFor(set, second, expected, { now: now + later, answeredNow: false }).lines).toEqual([])
    }), { numRuns: 400 })
  })

  it('of answers confirmed anew at once is only who, when and a comment', () => {
    fc.assert(fc.property(anyCase, ({ set, lead, answers, choice }) => {
      fc.pre(Object.keys(answers).length > 0)
      const first = saved(set, planFor(set, lead, answers, { titleChoice: choice }), answers)
      const again = planFor(set, first, answers, { titleChoice: choice })
      expect(ids(again.lines.filter(line => line.ticked))).toEqual(['record', 'comment'])
    }), { numRuns: 250 })
  })

  it('of a lead of which nothing was answered is empty', () => {
    fc.assert(fc.property(anyCase, ({ set, lead, choice }) => {
      expect(planFor(set, lead, {}, { titleChoice: choice }).lines).toEqual([])
    }), { numRuns: 100 })
  })

  it('leaves alone what is not ticked, and offers it again', () => {
    const some = anyCase.chain((each) => {
      const plan = planFor(each.set, each.lead, each.answers, { titleChoice: each.choice })
      return fc.subarray([...plan.lines]).map(left => ({ ...each, plan, left }))
    })
    fc.assert(fc.property(some, ({ set, lead, answers, choice, plan, left }) => {
      const written = plan.lines.filter(line => !left.includes(line))
      const after = saved(set, plan, answers, written)
      const undone = saved(set, { ...plan, lead: after }, answers, left.filter(line => line.kind !== 'notice' && line.kind !== 'comment'))
      const whole = saved(set, plan, answers, plan.lines)
      expect(lasting(undone)).toEqual(lasting(whole))
      for (const line of left) {
        if (line.kind === 'answer') expect(after.fields.answers[line.question]).toBe(lead.fields.answers[line.question])
        if (line.kind === 'result') expect(after.fields[line.field]).toEqual(lead.fields[line.field])
      }
      const again = planFor(set, after, answers, { titleChoice: choice })
      // Whose the title's code is, is told by the code field: with only one of the two written it is read anew.
      const others = ['title', 'nextTouch', 'todo', 'record', 'comment', 'notice']
      expect(ids(again.lines).filter(id => !others.includes(id))).toEqual(ids(left).filter(id => !others.includes(id)))
    }), { numRuns: 250 })
  })

  it('has one line for each id, and every line but the comment changes something', () => {
    fc.assert(fc.property(anyCase, ({ set, lead, answers, choice }) => {
      const { lines } = planFor(set, lead, answers, { titleChoice: choice })
      expect(new Set(ids(lines)).size).toBe(lines.length)
      for (const line of lines) if ('from' in line && line.kind !== 'todo' && line.kind !== 'record') expect(line.from).not.toEqual(line.to)
    }), { numRuns: 300 })
  })
})

describe('a conflict', () => {
  const CHANGES: Readonly<Record<string, (lead: LeadRecord) => LeadRecord>> = {
    'answer.q0': lead => ({ ...lead, fields: { ...lead.fields, answers: { ...lead.fields.answers, q0: 'other' } } }),
    'code': lead => ({ ...lead, fields: { ...lead.fields, code: 'EEE' } }),
    'class': lead => ({ ...lead, fields: { ...lead.fields, class: lead.fields.class === 'A' ? 'B' : 'A' } }),
    'coefficient': lead => ({ ...lead, fields: { ...lead.fields, coefficient: 99 } }),
    'purchaseDate': lead => ({ ...lead, fields: { ...lead.fields, purchaseDate: '2030-01-01' } }),
    'nextTouch': lead => ({ ...lead, fields: { ...lead.fields, nextTouch: '2030-01-01T10:00:00+03:00' } }),
    'important': lead => ({ ...lead, fields: { ...lead.fields, important: !lead.fields.important } }),
    'reason': lead => ({ ...lead, fields: { ...lead.fields, reason: 'other' } }),
    'title': lead => ({ ...lead, title: `${lead.title}!` }),
    'stage': lead => ({ ...lead, stage: 'OTHER' }),
    'record': lead => ({ ...lead, fields: { ...lead.fields, qualifiedAt: '2026-11-23T10:59:00+03:00', qualifiedBy: 5, set: 'default@9' } }),
    'todo': lead => ({ ...lead, todo: { id: 10, deadline: '2030-01-01T10:00:00+03:00', title: '', text: '', responsible: 1 } }),
  }
  const shown = anyCase.chain(each => fc.boolean().map((resave) => {
    const lead = resave ? saved(each.set, planFor(each.set, each.lead, each.answers), each.answers) : each.lead
    return { ...each, lead, plan: planFor(each.set, lead, each.changed, { titleChoice: each.choice }) }
  }))

  it('is every line of which someone else changed the field, and no other', () => {
    fc.assert(fc.property(shown, fc.subarray(Object.keys(CHANGES)), fc.nat(60_000), ({ set, lead, changed, choice, plan }, touched, later) => {
      const other = touched.reduce((each, id) => CHANGES[id]?.(each) ?? each, lead)
      const anew = planFor(set, other, changed, { titleChoice: choice, now: NOW + later })
      const conflicts = conflictsOf(plan, anew)
      expect(conflicts.map(conflict => conflict.line.id).toSorted()).toEqual(ids(anew.lines).filter(id => touched.includes(id)).toSorted())
      for (const { line, before } of conflicts) expect(before).toEqual(plan.lines.find(each => each.id === line.id))
    }), { numRuns: 250 })
  })

  it('is none when the same moment or value is only spelled anew', () => {
    fc.assert(fc.property(shown, ({ set, lead, changed, choice, plan }) => {
      const { nextTouch } = lead.fields
      const respelled = nextTouch === undefined ? lead : { ...lead, fields: { ...lead.fields, nextTouch: new Date(nextTouch).toISOString() } }
      expect(conflictsOf(plan, planFor(set, structuredClone(respelled), changed, { titleChoice: choice }))).toEqual([])
    }), { numRuns: 200 })
  })
})
