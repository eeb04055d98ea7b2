import type { SetUpWords } from '../set-up-words.ts'

export const setUp: SetUpWords = {
  title: 'Setting the portal up',
}
