import { enCount } from '../plural.ts'
import type { alerts as ruAlerts, texts as ruTexts } from '../ru/editor-texts.ts'

export const alerts: typeof ruAlerts = {
  title: 'Alerts',
  about: 'What the supervisor hears of at once.',
  largeOrder: 'A large order starts at',
  largeOrderHint: 'Such a lead is marked as particularly important.',
  hot: 'A hot lead',
  hots: { class: 'any lead of class AAA', code: 'only a code of nothing but A' },
  hotHints: {
    class: 'The class table decides.',
    code: 'Every answer that counts for the code must be the best one.',
  },
}

export const texts: typeof ruTexts = {
  title: 'Texts',
  about: 'What the app writes when a lead is saved. An empty field leaves it to the app’s own words.',
  kinds: { comment: 'Comment in the lead', todo: 'To-do for the manager', notice: 'Notice to the supervisor' },
  kindHints: {
    comment: 'Stays in the lead’s timeline after every save.',
    todo: 'The description of the to-do that is made for the next touch.',
    notice: 'Tells of a hot lead or a large order.',
  },
  own: 'Your text',
  variables: 'Insert a variable',
  variablesHint: 'A variable goes where the cursor was. A line whose variables are all empty is not sent.',
  insert: name => `Insert: ${name}`,
  inserted: name => `Inserted: ${name}`,
  unknown: names => `There are no such variables: ${names}. They will stay in the text as they are.`,
  preview: 'How it will read',
  leftOut: 'Nothing is left: in every line the variables are empty. The app’s own words will be sent.',
  lead: 'Look at a lead',
  leads: { full: 'where everything is known', open: 'where not everything is known' },
  names: {
    title: 'title of the lead', client: 'client', responsible: 'responsible', code: 'code', class: 'class', coefficient: 'coefficient',
    amount: 'amount', touches: 'number of touches', important: '“particularly important” mark', reason: 'reason', next: 'next step', channel: 'channel',
    when: 'when', instruction: 'what to do', answers: 'answers', notes: 'notes', set: 'question set',
  },
  example: {
    title: 'Ovens for a bakery', client: 'Anna Lebedeva', responsible: 'Peter Hill', touches: count => enCount(count, 'touch', 'touches'), important: 'Particularly important',
    reason: 'Not the time to buy yet', notes: 'Asked for calls in the afternoon', unknownAmount: 'not known',
  },
}
