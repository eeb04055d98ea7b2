import { expect, it } from 'vitest'
import { statusLine } from '../../../src/components/outcome/status-line.ts'
import { DEFAULT_SET } from '../../../src/domain/presets/default.ts'
import type { Language } from '../../../src/domain/question-set.ts'
import { loadWords } from '../../../src/i18n/words.ts'
import { answered, qualified } from '../../domain/answering.ts'
import type { Short } from '../../domain/answering.ts'

it.each<[string, Language, Short, string | undefined, string]>([
  ['nothing before the first answer', 'ru', {}, 'Потребность', ''],
  ['an open class with the next question', 'ru', { need: 'yes' }, 'Срочность', 'Код ? ? ?. Класс пока открыт: A, B или C. Вопрос: Срочность'],
  ['a decided class in the middle', 'ru', { need: 'no' }, 'Срочность', 'Код ? C ?. Класс C. Вопрос: Срочность'],
  ['the end', 'ru', { need: 'yes', urgency: 'now', budget: 'from_1m', client_type: 'b2b' }, undefined, 'Код A A A. Класс A.'],
  ['the same in English', 'en', { need: 'yes', urgency: 'now' }, 'Budget', 'Code ? ? A. Class still open: A or C. Question: Budget'],
  ['not known as an answer', 'en', { need: '?' }, 'Urgency', 'Code ? ? ?. Class still open: A, B or C. Question: Urgency'],
])('says %s', async (_, language, short, question, line) => {
  const { messages } = await (await loadWords(language)).fetchAll()
  expect(statusLine(messages, qualified(DEFAULT_SET, answered(short)), question)).toBe(line)
})
