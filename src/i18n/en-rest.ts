import { declared } from './en/declared.ts'
import { end } from './en/end.ts'
import { history } from './en/history.ts'
import { keys } from './en/keys.ts'
import { plan } from './en/plan.ts'
import { problem } from './en/problem.ts'
import { result } from './en/result.ts'
import { save } from './en/save.ts'
import { trouble } from './en/trouble.ts'
import type { RestMessages } from './words.ts'

export const en: RestMessages = { declared, end, history, keys, result, plan, save, problem, trouble }
