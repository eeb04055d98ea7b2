import type { keys as ru } from '../ru/keys.ts'

export const keys: typeof ru = {
  title: 'Keys',
  list: [
    ['1–9', 'choose an answer and go on'],
    ['0 or ?', 'the client does not know'],
    ['Enter', 'go on'],
    ['Backspace', 'go back'],
    ['Tab', 'to the fields: sum, date, note'],
    ['↑ ↓', 'through the answers without choosing'],
    ['Ctrl + Enter', 'write to the lead'],
    ['F2', 'to the question about the title'],
    ['F1', 'this help'],
  ],
  goOn: 'Go to the next question as soon as an answer is chosen',
}
