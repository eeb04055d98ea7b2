/** The rules by which a lead gets its set, as the app's settings hold them. */
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { SetRule } from '../../domain/set-choice.ts'
import { StoredSetRules } from '../../domain/set-rules-codec.ts'
import { parse } from '../../domain/stored.ts'
import type { Unreadable } from '../../domain/stored.ts'
import type { Settings } from '../options.ts'

/** The stored rules; none where there are none. */
export function readSetRules({ rules }: Settings): Result<readonly SetRule[], Unreadable> {
  return rules === undefined ? ok([]) : parse(StoredSetRules, rules)
}
