/** All that the app relies on, in the order in which it is checked. */
import { activities } from './about/activities.ts'
import { batches } from './about/batches.ts'
import { comments } from './about/comments.ts'
import { leadWrites } from './about/lead-writes.ts'
import { leads } from './about/leads.ts'
import { options } from './about/options.ts'
import { people } from './about/people.ts'
import { refusals } from './about/refusals.ts'
import { setUps } from './about/set-up.ts'
import { storages } from './about/storage.ts'
import type { Statement } from './statement.ts'

export const STATEMENTS: Readonly<Record<string, readonly Statement[]>> = {
  'a batch': batches,
  'reading a lead': leads,
  'writing a lead': leadWrites,
  'to-dos and notices': activities,
  'comments': comments,
  'people and directories': people,
  'options': options,
  'the app\'s own storage': storages,
  'refusals and rights': refusals,
  'set-up': setUps,
}
