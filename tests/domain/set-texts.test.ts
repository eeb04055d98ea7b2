import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillText, TEXT_VARIABLES, unknownVariables } from '../../src/domain/set-texts.ts'
import type { TextValues } from '../../src/domain/set-texts.ts'

const NOTHING = Object.fromEntries(TEXT_VARIABLES.map(name => [name, ''])) as TextValues
const filled = (template: string, values: Partial<TextValues>) => fillText(template, { ...NOTHING, ...values })

describe('a text with variables', () => {
  it.each([
    ['has each of them filled in', 'Клиент {client}, {class}', { client: 'Ольга', class: 'AAA' }, 'Клиент Ольга, AAA'],
    ['keeps what is no variable', '{nobody} {class} {}', { class: 'AAA' }, '{nobody} AAA {}'],
    ['leaves out a line of which nothing is known', 'Класс {class}\nПричина: {reason}\nДо связи', { class: 'CCC' }, 'Класс CCC\nДо связи'],
    ['keeps a line of which something is known', '{reason} {class}', { class: 'CCC' }, 'CCC'],
    ['keeps empty lines between paragraphs', 'Раз\n\nдва', {}, 'Раз\n\nдва'],
    ['does not fill in what a value brings', '{client}', { client: '{class}', class: 'AAA' }, '{class}'],
  ])('%s', (_, template, values, expected) => {
    expect(filled(template, values)).toBe(expected)
  })

  it('takes no value for a pattern of its own', () => {
    fc.assert(fc.property(fc.string(), (client) => {
      expect(filled('»{client}«', { client })).toBe(client === '' ? '' : `»${client}«`)
    }))
  })

  it('names what is in braces and no variable, once', () => {
    expect(unknownVariables('{client} {phone}\n{phone} {x1} {mail}')).toEqual(['phone', 'mail'])
  })
})
