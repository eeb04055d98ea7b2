import { describe, expect, it } from 'vitest'
import type { CodeShape } from '../../src/domain/code-prefix.ts'
import { codeShape } from '../../src/domain/code-prefix.ts'
import { readTitle, TITLE_CHOICES, TITLE_LIMIT, titleWith, type TitleReading } from '../../src/domain/title.ts'

const THREE: CodeShape = { positions: 3, letters: 3 }
const FOUR: CodeShape = { positions: 4, letters: 5 }
const ONE: CodeShape = { positions: 1, letters: 3 }
const DEFAULT = [THREE]

const family = '👨‍👩‍👧‍👦'

/** Title, the lead's own codes, shapes of the published sets, how it reads. */
type Row = readonly [title: string, own: readonly string[], shapes: readonly CodeShape[], reading: string]

/** `plain`, `ours: rest`, `ask why: prefix / rest`. */
function inWords(reading: TitleReading): string {
  switch (reading.kind) {
    case 'plain': return 'plain'
    case 'ours': return `ours: ${reading.rest}`
    case 'ask': return `ask ${reading.why}: ${reading.prefix} / ${reading.rest}`
  }
}

const rows: readonly Row[] = [
  // the manager's own
  ['', [], DEFAULT, 'plain'],
  ['', ['AAB'], DEFAULT, 'plain'],
  [' ', ['AAB'], DEFAULT, 'plain'],
  ['Заявка с сайта', [], DEFAULT, 'plain'],
  ['Заявка с сайта', ['AAB'], DEFAULT, 'plain'],
  ['  Заявка с сайта', ['AAB'], DEFAULT, 'plain'],
  ['  AAB Заявка', ['AAB'], DEFAULT, 'plain'],
  ['АВС-Строй', [], DEFAULT, 'plain'],
  ['A 100 насосов', [], DEFAULT, 'plain'],
  ['A 100 насосов', ['AAB'], DEFAULT, 'plain'],
  ['AB InBev', [], DEFAULT, 'plain'],
  ['ABCD Логистика', [], DEFAULT, 'plain'],
  ['ABD Логистика', [], DEFAULT, 'plain'],
  ['Все документы', [], DEFAULT, 'plain'],
  ['[AAB Заявка', ['AAB'], DEFAULT, 'plain'],
  ['AAB] Заявка', ['AAB'], DEFAULT, 'plain'],
  ['(AAB] Заявка', ['AAB'], DEFAULT, 'plain'],
  ['[] Заявка', ['AAB'], DEFAULT, 'plain'],
  ['AAB, заявка', ['AAB'], DEFAULT, 'plain'],
  ['Заявка AAB', ['AAB'], DEFAULT, 'plain'],
  ['- Заявка', ['AAB'], DEFAULT, 'plain'],
  ['🔥 Горячий клиент', [], DEFAULT, 'plain'],
  ['🅰️🅰️🅱️ Заявка', ['AAB'], DEFAULT, 'plain'],
  ['טופס מהאתר', [], DEFAULT, 'plain'],
  ['Сварка металла', ['CBA'], DEFAULT, 'plain'],
  ['Анна Иванова', ['A'], [ONE], 'plain'],
  ['Логистика ООО', ['Логистика'], DEFAULT, 'plain'],

  // the lead's code
  ['AAB', ['AAB'], DEFAULT, 'ours: '],
  ['AAB ', ['AAB'], DEFAULT, 'ours: '],
  ['[AAB]', ['AAB'], DEFAULT, 'ours: '],
  ['AAB Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB   Заявка', ['AAB'], DEFAULT, 'ours:   Заявка'],
  ['AAB Заявка', [' aab '], DEFAULT, 'ours: Заявка'],
  ['aab заявка', ['AAB'], DEFAULT, 'ours: заявка'],
  ['ААА Заявка', ['AAA'], DEFAULT, 'ours: Заявка'],
  ['ввс Заявка', ['BBC'], DEFAULT, 'ours: Заявка'],
  ['AАB Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB Заявка', ['ААВ'], DEFAULT, 'ours: Заявка'],
  ['[AAB] Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['(ААВ) Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB| Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB | Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB: Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB - Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB  – Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['[AAB] — Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB\u00a0Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['A?B Заявка', ['A?B'], DEFAULT, 'ours: Заявка'],
  ['AAB AAB Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB [aab] ААВ | Заявка', ['AAB'], DEFAULT, 'ours: Заявка'],
  ['AAB AAB', ['AAB'], DEFAULT, 'ours: '],
  ['AAB ABC Логистика ООО', ['AAB'], DEFAULT, 'ours: ABC Логистика ООО'],
  ['AAB A 100 насосов', ['AAB'], [THREE, ONE], 'ours: A 100 насосов'],
  ['AAA AAB Заявка', ['AAB', 'AAA'], DEFAULT, 'ours: Заявка'],
  ['ABED Заявка', ['ABED'], DEFAULT, 'ours: Заявка'],
  ['AAB 🔥 Горячий', ['AAB'], DEFAULT, 'ours: 🔥 Горячий'],
  ['AAB טופס', ['AAB'], DEFAULT, 'ours: טופס'],

  // perhaps a code
  ['ABC Логистика ООО', [], DEFAULT, 'ask no-code: ABC / Логистика ООО'],
  ['ABC Логистика ООО', [''], DEFAULT, 'ask no-code: ABC / Логистика ООО'],
  ['ABC Логистика ООО', ['AAB'], DEFAULT, 'ask other-code: ABC / Логистика ООО'],
  ['BBC Россия', ['AAB'], DEFAULT, 'ask other-code: BBC / Россия'],
  ['ВВС Россия', [], DEFAULT, 'ask no-code: ВВС / Россия'],
  ['CAB такси', [], DEFAULT, 'ask no-code: CAB / такси'],
  ['Вас ждут', [], DEFAULT, 'ask no-code: Вас / ждут'],
  ['Abc', [], DEFAULT, 'ask no-code: Abc / '],
  ['[ABC]   Логистика', [], DEFAULT, 'ask no-code: [ABC] / Логистика'],
  ['ABC —  Логистика', [], DEFAULT, 'ask no-code: ABC / Логистика'],
  ['??? не понял', [], DEFAULT, 'ask no-code: ??? / не понял'],
  ['?A? Заявка', ['AAB'], DEFAULT, 'ask other-code: ?A? / Заявка'],
  ['ABED Логистика', [], [THREE, FOUR], 'ask no-code: ABED / Логистика'],
  ['Вода чистая', [], [THREE, FOUR], 'plain'],
  ['Все документы', [], [{ positions: 3, letters: 5 }], 'ask no-code: Все / документы'],
  ['A 100 насосов', [], [ONE], 'ask no-code: A / 100 насосов'],
  ['ABC ABC Заявка', [], DEFAULT, 'ask no-code: ABC / Заявка'],
  ['ABC AAB Заявка', ['AAB'], DEFAULT, 'ask other-code: ABC / Заявка'],
  ['ABC Логистика', ['горячий'], DEFAULT, 'ask other-code: ABC / Логистика'],
  ['AABЗаявка', ['AAB'], DEFAULT, 'ask glued: AAB / Заявка'],
  ['ААВзаявка', ['AAB'], DEFAULT, 'ask glued: ААВ / заявка'],
  ['aabзаявка', ['AAB'], DEFAULT, 'ask glued: aab / заявка'],
  ['AABtitle', ['AAB'], DEFAULT, 'ask glued: AAB / title'],
  ['AAB24', ['AAB'], DEFAULT, 'ask glued: AAB / 24'],
  ['[AAB]Заявка', ['AAB'], DEFAULT, 'ask glued: [AAB] / Заявка'],
  ['AAB-Заявка', ['AAB'], DEFAULT, 'ask glued: AAB / Заявка'],
  ['AABЗаявка', ['BBB'], DEFAULT, 'plain'],
]

describe('readTitle', () => {
  it.each(rows)('reads %j of a lead with %j and sets %j as %j', (title, own, shapes, reading) => {
    expect(inWords(readTitle(title, own, shapes))).toBe(reading)
  })

  it('takes the shape of a code from the set', () => {
    expect(codeShape({ code: [{ questions: ['need'] }, { questions: ['urgency'] }], letters: 4 })).toEqual({ positions: 2, letters: 4 })
  })
})

describe('titleWith', () => {
  it.each(rows)('puts the code in front of %j of a lead with %j once, whatever the person decides', (title, own, shapes, words) => {
    const reading = readTitle(title, own, shapes)
    const [kept, replaced] = TITLE_CHOICES.map(choice => titleWith('BAB', reading, choice).title)
    const rest = words.startsWith('ask') ? words.slice(words.indexOf(' / ') + 3) : words.slice('ours: '.length)
    const keptWords = reading.kind === 'ours' ? rest : title
    expect(kept).toBe(keptWords === '' ? 'BAB' : `BAB ${keptWords}`)
    const replacedWords = reading.kind === 'plain' ? title : rest
    expect(replaced).toBe(replacedWords === '' ? 'BAB' : `BAB ${replacedWords}`)
  })

  it.each(rows)('without a code leaves of %j of a lead with %j what is the manager\'s', (title, own, shapes) => {
    const reading = readTitle(title, own, shapes)
    expect(titleWith(undefined, reading, 'keep').title).toBe(reading.kind === 'ours' ? reading.rest : title)
    expect(titleWith(undefined, reading, 'replace').title).toBe(reading.kind === 'plain' ? title : reading.rest)
  })

  it('keeps the title and preselects that when in doubt', () => {
    expect(TITLE_CHOICES[0]).toBe('keep')
    const reading = readTitle('ABC Логистика ООО', [], DEFAULT)
    expect(titleWith('AAB', reading, 'keep').title).toBe('AAB ABC Логистика ООО')
    expect(titleWith('AAB', reading, 'replace').title).toBe('AAB Логистика ООО')
  })
})

describe('a title that is kept', () => {
  const start = titleWith('AAB', readTitle('ABC Логистика ООО', [], DEFAULT), 'keep')

  it('keeps its own ABC when the lead\'s code becomes ABC and is applied again', () => {
    const abc = titleWith('ABC', readTitle(start.title, ['AAB'], DEFAULT, start), 'keep')
    expect(abc.title).toBe('ABC ABC Логистика ООО')
    const again = titleWith('ABC', readTitle(abc.title, ['ABC'], DEFAULT, abc), 'keep')
    expect(again).toEqual(abc)
    expect(titleWith('BBB', readTitle(again.title, ['ABC'], DEFAULT, again), 'keep').title).toBe('BBB ABC Логистика ООО')
  })

  it('loses only the repeats that a robot stacked in front of it', () => {
    const abc = titleWith('ABC', readTitle(start.title, ['AAB'], DEFAULT, start), 'keep')
    expect(readTitle(`ABC ABC ${abc.title}`, ['ABC'], DEFAULT, abc)).toEqual({ kind: 'ours', rest: 'ABC Логистика ООО' })
  })

  it('is not asked about again after the code was taken off by hand', () => {
    expect(readTitle('ABC Логистика ООО', ['AAB'], DEFAULT, start)).toEqual({ kind: 'plain', title: 'ABC Логистика ООО' })
  })

  it('is asked about again when it became another title', () => {
    expect(readTitle('BBC Россия', ['AAB'], DEFAULT, start).kind).toBe('ask')
  })

  it('keeps a dash at its beginning apart from the separator after a code', () => {
    const written = titleWith('AAB', readTitle('- - Заявка', [], DEFAULT), 'keep')
    expect(written.title).toBe('AAB - - Заявка')
    expect(readTitle(written.title, ['AAB'], DEFAULT, written)).toEqual({ kind: 'ours', rest: '- - Заявка' })
  })

  it('of ordinary words needs nothing remembered', () => {
    expect(titleWith('AAB', readTitle('  Заявка: насосы', [], DEFAULT), 'keep')).toEqual({ title: 'AAB   Заявка: насосы', start: '', cut: '' })
  })
})

describe('a title too long for the code in front of it', () => {
  const words = (length: number) => 'Насосная станция №7, '.repeat(20).slice(0, length)

  it('of 251 characters fits whole', () => {
    const written = titleWith('AAB', readTitle(words(251), [], DEFAULT), 'keep')
    expect(written).toEqual({ title: `AAB ${words(251)}`, start: '', cut: '' })
    expect(written.title).toHaveLength(TITLE_LIMIT)
  })

  it.each([255, 300])('of %i characters is cut at its end, which the next run gives back', (length) => {
    const first = titleWith('AAB', readTitle(words(length), [], DEFAULT), 'keep')
    expect(first.title).toHaveLength(TITLE_LIMIT)
    expect(first.title.slice(4) + first.cut).toBe(words(length))
    const second = titleWith('BAAB', readTitle(first.title, ['AAB'], DEFAULT, first), 'keep')
    expect(second.title.slice(5) + second.cut).toBe(words(length))
    const off = titleWith(undefined, readTitle(second.title, ['BAAB'], DEFAULT, second), 'keep')
    expect(off.title + off.cut).toBe(words(length))
    expect(off.title).toHaveLength(255)
  })

  it('gets its end back after a correction at its beginning', () => {
    const first = titleWith('AAB', readTitle(words(255), [], DEFAULT), 'keep')
    const corrected = first.title.replace('AAB Насосная', 'AAB насосная')
    const off = titleWith(undefined, readTitle(corrected, ['AAB'], DEFAULT, first), 'keep')
    expect(off.title).toBe(words(255).replace('Насосная', 'насосная'))
  })

  it('stays as the manager shortened it', () => {
    const first = titleWith('AAB', readTitle(words(255), [], DEFAULT), 'keep')
    expect(readTitle('AAB Насосы', ['AAB'], DEFAULT, first)).toEqual({ kind: 'ours', rest: 'Насосы' })
  })

  it('is cut before a joined emoji, never inside', () => {
    const title = 'x'.repeat(245) + family
    const written = titleWith('AAB', readTitle(title, [], DEFAULT), 'keep')
    expect(written).toEqual({ title: `AAB ${'x'.repeat(245)}`, start: '', cut: family })
  })

  it('is cut before the space that an editor would trim', () => {
    const title = `${'x'.repeat(248)}   yyyy`
    expect(titleWith('AAB', readTitle(title, [], DEFAULT), 'keep')).toEqual({ title: `AAB ${'x'.repeat(248)}`, start: '', cut: '   yyyy' })
  })

  it('of one endless character is cut between code points', () => {
    const title = '\u{1d167}'.repeat(200)
    const written = titleWith('AAB', readTitle(title, [], DEFAULT), 'keep')
    expect(written.title).toBe(`AAB ${'\u{1d167}'.repeat(125)}`)
    expect(written.cut).toBe('\u{1d167}'.repeat(75))
  })
})

it('stays the manager’s where it got no code and begins with what the lead’s class is later, glued to a word', () => {
  for (const title of ['AAAAAB👩‍🔧', '[AAA]Заявка', 'ААА-Строй']) {
    const written = titleWith(undefined, readTitle(title, [], DEFAULT), 'replace')
    expect(written.title).toBe(title)
    expect(readTitle(title, ['AAA'], DEFAULT, written)).toEqual({ kind: 'plain', title })
  }
})
