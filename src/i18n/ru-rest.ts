/** Russian: what is said after the first question. */
import { declared } from './ru/declared.ts'
import { end } from './ru/end.ts'
import { history } from './ru/history.ts'
import { keys } from './ru/keys.ts'
import { plan } from './ru/plan.ts'
import { problem } from './ru/problem.ts'
import { result } from './ru/result.ts'
import { save } from './ru/save.ts'
import { trouble } from './ru/trouble.ts'

export const ru = { declared, end, history, keys, result, plan, save, problem, trouble }
