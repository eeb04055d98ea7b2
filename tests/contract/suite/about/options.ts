/** What the app relies on of its options and of those of a user. */
import * as v from 'valibot'
import { expect } from 'vitest'
import { literalJson } from '../../../../src/portal/literal.ts'
import { readOptions } from '../../../../src/portal/options.ts'
import type { Command } from '../../../../src/portal/portal.ts'
import { refusalOf, resultOf, shaped, valueOf } from '../asking.ts'
import { OPTION_PREFIX } from '../guard.ts'
import type { Statement } from '../statement.ts'

const FOLDER = 'api-reference/common/settings/'
const NAME = `${OPTION_PREFIX}check`
const DIFFICULT = literalJson(JSON.stringify({ words: 'Жёлтый "кирпич" \'100\' [b] & 50% + 😀\n\\ $result[me][ID]', id: '$' }))

/** No options are an empty list, some an object. */
const Options = v.union([v.pipe(v.array(v.unknown()), v.maxLength(0)), v.record(v.string(), v.unknown())])

function optionsOf(method: 'app' | 'user'): Command {
  return { method: `${method}.option.get`, params: {} }
}

export const options: readonly Statement[] = [
  ...(['app', 'user'] as const).map((whose): Statement => ({
    claim: `options of ${whose === 'app' ? 'the app' : 'a user'} are an object, or an empty list while there are none`,
    page: `${FOLDER}${whose}-option-get.md`,
    methods: [`${whose}.option.get`],
    needs: ['application'],
    check: async (given) => {
      const raw = await valueOf(given, optionsOf(whose))
      shaped(Options, raw)
      expect(readOptions(raw)).toBeDefined()
    },
  })),
  {
    claim: 'one option that was never set is empty',
    page: `${FOLDER}app-option-get.md`,
    methods: ['app.option.get'],
    needs: ['application'],
    check: async (given) => {
      const raw = await resultOf(given.rest, 'app.option.get', { option: `${OPTION_PREFIX}never` })
      expect(['', null, false]).toContain(raw)
    },
  },
  {
    claim: 'an option of a user comes back to the letter, beside the others; an empty one counts as none',
    page: `${FOLDER}user-option-set.md`,
    methods: ['user.option.set', 'user.option.get'],
    needs: ['application', 'storage'],
    check: async (given) => {
      const before = readOptions(await valueOf(given, optionsOf('user')))
      given.undo(() => valueOf(given, { method: 'user.option.set', params: { options: { [NAME]: '' } } }))
      expect(await valueOf(given, { method: 'user.option.set', params: { options: { [NAME]: DIFFICULT } } })).toBe(true)
      expect(readOptions(await valueOf(given, optionsOf('user')))).toEqual({ ...before, [NAME]: DIFFICULT })
      await valueOf(given, { method: 'user.option.set', params: { options: { [NAME]: '' } } })
      expect(readOptions(await valueOf(given, optionsOf('user')))).toEqual(before)
    },
  },
  {
    claim: 'an option of the app is written by an administrator and comes back to the letter, 40 kB of it',
    page: `${FOLDER}app-option-set.md`,
    methods: ['app.option.set', 'app.option.get'],
    needs: ['application', 'storage', 'administrator'],
    check: async (given) => {
      const before = readOptions(await valueOf(given, optionsOf('app')))
      const held = new TextEncoder().encode(JSON.stringify(before)).length
      const text = DIFFICULT + 'ё'.repeat(Math.max(0, Math.floor((40_000 - held) / 2)))
      given.undo(() => valueOf(given, { method: 'app.option.set', params: { options: { [NAME]: '' } } }))
      expect(await valueOf(given, { method: 'app.option.set', params: { options: { [NAME]: text } } })).toBe(true)
      expect(readOptions(await valueOf(given, optionsOf('app')))).toEqual({ ...before, [NAME]: text })
    },
  },
  {
    claim: 'an option of the app is refused to anybody else',
    page: `${FOLDER}app-option-set.md`,
    methods: ['app.option.set'],
    needs: ['application', 'storage', 'no-administrator'],
    check: async ({ rest }) => {
      expect(await refusalOf(rest, 'app.option.set', { options: { [NAME]: '' } })).toEqual({ http: 400, code: 'AccessException' })
    },
  },
]
