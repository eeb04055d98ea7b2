/** Russian: the default language, whose shape is the type of every other. */
import { common } from './ru/common.ts'
import { head } from './ru/head.ts'
import { plan } from './ru/plan.ts'
import { problem } from './ru/problem.ts'
import { question } from './ru/question.ts'
import { result } from './ru/result.ts'
import { save } from './ru/save.ts'

export const ru = { common, head, question, result, plan, save, problem }
