import { describe, expect, it } from 'vitest'
import { DOCS_PICTURES } from '../../scripts/shots/docs-pictures.ts'
import { LONG_SET } from '../../scripts/shots/long-set.ts'
import { sheet } from '../../scripts/shots/sheet.ts'
import { STATES, stateNamed } from '../../scripts/shots/states.ts'
import { fileOf, readWishes } from '../../scripts/shots/variant.ts'
import { choicesOf } from '../../src/domain/question-set.ts'
import { examine, mayPublish } from '../../src/domain/set-doctor.ts'

describe('the table of states', () => {
  it('has no name and no description twice', () => {
    for (const key of ['name', 'about'] as const) expect(new Set(STATES.map(state => state[key])).size).toBe(STATES.length)
  })

  it('finds a state by its name, and says which there are when there is none', () => {
    expect(stateNamed('saved').name).toBe('saved')
    expect(() => stateNamed('savd')).toThrow(/“savd”.*saved/)
  })

  it('holds every state that the documentation shows', () => {
    expect(DOCS_PICTURES.filter(picture => !STATES.some(state => state.name === picture.state))).toEqual([])
  })
})

describe('what is asked of npm run shots', () => {
  it('is everything and the pictures of the documentation when nothing is said', () => {
    expect(readWishes([])).toMatchObject({ states: STATES, widths: [380, 1440], themes: ['light', 'dark'], languages: ['ru', 'en'], docs: 'too' })
  })

  it('can be some states in one width, theme and language', () => {
    const { states, ...wishes } = readWishes(['saved', 'conflict', '--width', '380', '--theme', 'dark', '--language', 'en'])
    expect(states.map(state => state.name)).toEqual(['saved', 'conflict'])
    expect(wishes).toEqual({ widths: [380], themes: ['dark'], languages: ['en'], docs: 'no' })
  })

  it('can be the pictures of the documentation alone', () => {
    expect(readWishes(['--docs']).docs).toBe('only')
  })

  it('is refused in words when it is unknown', () => {
    expect(() => readWishes(['--theme', 'sepia'])).toThrow('--theme is one of light, dark, not “sepia”.')
    expect(() => readWishes(['nowhere'])).toThrow('There is no state “nowhere”.')
  })
})

describe('the sheet', () => {
  it('puts all pictures of a state below its name, a line for each language', () => {
    const variants = (['ru', 'en'] as const).flatMap(language => [380, 1440].map(width => ({ width, theme: 'dark' as const, language })))
    const page = sheet([{ name: 'saved', about: 'all <b>is</b> written', variants }])
    expect(page).toContain('<section id="saved"><h2>saved</h2><p>all &#60;b&#62;is&#60;/b&#62; written</p>')
    expect(page.match(/<img /g)).toHaveLength(4)
    expect(page.match(/<p><a /g)).toHaveLength(2)
    expect(page).toContain('src="saved.380.dark.ru.png"')
  })

  it('names a picture by state, width, theme and language', () => {
    expect(fileOf('saved', { width: 1440, theme: 'light', language: 'en' })).toBe('saved.1440.light.en.png')
  })
})

describe('the long set', () => {
  it('has five questions of nine choices in both languages, and may be published', () => {
    expect(LONG_SET.questions.map(question => choicesOf(question).length)).toEqual([9, 9, 9, 9, 9])
    const { findings } = examine(LONG_SET)
    expect(mayPublish(findings)).toBe(true)
    expect(findings.filter(finding => finding.kind === 'missing-translation')).toEqual([])
  })
})
