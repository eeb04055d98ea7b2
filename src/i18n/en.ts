import { common } from './en/common.ts'
import { head } from './en/head.ts'
import { plan } from './en/plan.ts'
import { problem } from './en/problem.ts'
import { question } from './en/question.ts'
import { result } from './en/result.ts'
import { save } from './en/save.ts'
import type { Messages } from './words.ts'

export const en: Messages = { common, head, question, result, plan, save, problem }
