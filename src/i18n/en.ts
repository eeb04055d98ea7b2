import { basics } from './en/basics.ts'
import { head } from './en/head.ts'
import { question } from './en/question.ts'
import type { FirstMessages } from './words.ts'

export const en: FirstMessages = { basics, head, question }
