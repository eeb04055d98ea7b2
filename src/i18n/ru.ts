/** Russian, the default language, whose shape is the type of every other: the words of the first screen. */
import { basics } from './ru/basics.ts'
import { head } from './ru/head.ts'
import { question } from './ru/question.ts'

export const ru = { basics, head, question }
