import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/domain/question-set.ts'
import { loadEditorWords } from '../../src/i18n/editor-words.ts'
import { loadInstallWords } from '../../src/i18n/install-words.ts'
import { loadWords } from '../../src/i18n/words.ts'

/** What a message with arguments is called with: it can be counted, and it is a text. */
const ARGUMENTS = ['3', '3', '3']

interface Found {
  readonly path: string
  readonly text: string
}

/** Every sentence below a value, those of functions as they come out of a call; throws for what is none. */
function sentences(value: unknown, path: string): readonly Found[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value === 'function') return sentences(Reflect.apply(value, undefined, ARGUMENTS), `${path}()`)
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, item]) => sentences(item, `${path}.${key}`))
  throw new Error(`${path} is no message: ${String(value)}`)
}

async function all(language: (typeof LANGUAGES)[number]): Promise<readonly Found[]> {
  const [words, install, setEditor] = await Promise.all([loadWords(language), loadInstallWords(language), loadEditorWords(language)])
  return sentences({ ...(await words.fetchAll()).messages, install, setEditor: setEditor.messages }, language)
}

describe.each(LANGUAGES)('the messages in %s', (language) => {
  it('are never empty and have no blanks around them but those of conjunctions', async () => {
    const found = await all(language)
    expect(found.length).toBeGreaterThan(150)
    expect(found.filter(({ text }) => text.trim() === '').map(({ path }) => path)).toEqual([])
    expect(found.filter(({ text, path }) => text !== text.trim() && !/\.(or|anyOf)$/.test(path)).map(({ path }) => path)).toEqual([])
  })

  it('hold nothing that a program forgot to put into words', async () => {
    const broken = (await all(language)).filter(({ text }) => /undefined|\[object|NaN|=>|\$\{| {2}/.test(text))
    expect(broken).toEqual([])
  })
})

it('have the same keys in every language', async () => {
  const keys = async (language: (typeof LANGUAGES)[number]) => (await all(language)).map(({ path }) => path.slice(language.length)).sort()
  expect(await keys('en')).toEqual(await keys('ru'))
})

it('speak their own language', async () => {
  const untranslated = (await all('en')).filter(({ text }) => /[а-яё]/i.test(text))
  expect(untranslated).toEqual([])
})

describe('words that are fetched in two parts', () => {
  it('are first those of the first question', async () => {
    const source = await loadWords('en')
    expect(source.language).toBe('en')
    expect(source.messages.question.next).toBe('Next')
    expect(source.all()).toBeUndefined()
  })

  it('are complete after the rest was fetched, which is done once', async () => {
    const source = await loadWords('ru')
    const [one, other] = await Promise.all([source.fetchAll(), source.fetchAll()])
    expect(other).toBe(one)
    expect(source.all()).toBe(one)
    expect(one.messages.question).toBe(source.messages.question)
    expect(one.messages.result.noCode).toBe('Кода пока нет')
  })
})
