import type { save as ru } from '../ru/save.ts'

const portalErrorWords: typeof ru.errors = {
  'not-allowed': {
    what: 'The portal did not let you do this.',
    next: 'Ask the portal’s administrator for the right to change leads.',
  },
  'missing-scope': {
    what: 'The app was not given a permission that it needs.',
    next: 'An administrator can grant it in the app’s settings on the portal.',
  },
  'no-rest': {
    what: 'On the portal’s plan, apps cannot reach its data.',
    next: 'Check the plan or the subscription with your administrator.',
  },
  'not-found': {
    what: 'The portal did not find what we asked for: the lead may have been deleted.',
    next: 'Reload the lead’s card.',
  },
  'busy': {
    what: 'The portal is overloaded and takes no requests at the moment.',
    next: 'Wait a minute and try again.',
  },
  'expired': {
    what: 'Your session with the portal has expired.',
    next: 'Reload the page: the draft of your answers is kept.',
  },
  'unreachable': {
    what: 'The portal did not answer.',
    next: 'Check the connection and try again.',
  },
  'no-result': {
    what: 'The portal answered, but gave no result.',
    next: 'Look at the lead’s card, and try again if need be.',
  },
  'not-run': {
    what: 'This step was not reached: something failed before it.',
    next: 'Try again once that is mended.',
  },
  'refused': {
    what: 'The portal refused the request.',
    next: 'Read the portal’s reply; if it is unclear, show it to your administrator.',
  },
  'unreadable': {
    what: 'The portal’s answer is not what its documentation describes.',
    next: 'Try again; if it does not help, show the portal’s reply to your administrator.',
  },
}

export const save: typeof ru = {
  title: 'What will be written',
  waiting: 'Answer the first question, and everything that will be written to the lead appears here.',
  nothing: 'There is nothing to write: the lead already holds the same.',
  noneTicked: 'Tick at least one line to save.',
  groupFields: 'Fields of the lead',
  groupTitle: 'Title of the lead',
  groupMade: 'What will be made',
  becomes: 'becomes',
  fields: {
    code: 'Code',
    class: 'Priority',
    coefficient: 'Coefficient',
    purchaseDate: 'Purchase date',
    nextTouch: 'Next step',
    important: 'Particularly important',
    reason: 'Reason',
  },
  titleLine: 'Title',
  opportunity: 'Amount',
  opportunityRows: 'The lead’s amount is the sum of its products. If you write one of your own, the portal stops computing it, so the line is not ticked.',
  stage: 'Stage',
  record: 'Who qualified it, and when',
  setVersion: (name, version) => `set “${name}”, version ${version}`,
  comment: 'Comment in the lead’s timeline',
  commentWhat: 'result, answers and the next step',
  todo: 'To-do',
  todoMoved: 'The open to-do will be moved.',
  notice: name => `Notice to ${name}`,
  noticeReasons: {
    'hot': 'the lead has become hot',
    'large-order': 'a large order',
  },

  titleDoubts: {
    'no-code': prefix => `The title begins with “${prefix}”. It looks like a code, but the lead’s code field is empty: a manager may have named the lead so.`,
    'other-code': prefix => `The title begins with “${prefix}”. It looks like a code, but the lead’s code field holds another one.`,
    'glued': prefix => `The code “${prefix}” is glued to the title, so it is unclear where the title begins.`,
  },
  titleQuestion: 'What should the title be?',
  titleChoices: {
    keep: () => 'Take nothing away, put the code in front',
    replace: prefix => `Take “${prefix}” away, put the code in front`,
  },

  save: 'Save',
  saveAgain: 'Save with these decisions',
  saving: 'Saving…',
  shortcut: 'Ctrl+Enter',
  elapsed: time => `${time} so far`,
  readOnly: 'You may not change this lead, so the answers cannot be saved. The portal’s administrator can give you the right.',

  conflictTitle: 'The lead was changed while you were answering',
  conflictText: 'Decide for each line whose value is right, then save again. Nothing has been written yet.',
  shownBefore: 'When you began',
  notShown: 'there was no such line',
  heldNow: 'In the lead now',
  mine: value => `Write mine: ${value}`,
  theirs: 'Leave it as it is in the lead now',

  unreadTitle: 'The lead could not be read again',
  unreadText: 'Before writing, the lead is read once more, and that is where it stopped. Nothing was written.',
  unsureTitle: 'It is not known whether the portal wrote',
  unsureText: 'The request was sent and no answer came. Trying again reads the lead first; if it was written after all, the timeline may show the comment twice.',
  unmappedTitle: 'The portal’s fields do not fit the question set',
  unmappedText: 'The portal has no field or list item for one of the answers. Nothing was written. Ask an administrator to run the set-up of Triple A again.',
  details: 'Details',
  portalSaid: 'The portal’s reply',
  errors: portalErrorWords,

  partlyTitle: 'Not everything was written',
  steps: {
    update: 'Fields and title of the lead',
    comment: 'Comment in the timeline',
    todo: 'To-do',
    notice: 'Notice to the supervisor',
    draft: 'Removal of the draft',
  },
  stepStates: {
    'done': 'done',
    'failed': 'failed',
    'not-run': 'not run',
  },
  ignored: 'The portal took these and did not keep them:',
  ignoredNext: 'Check with your administrator whether the lead still has these fields and whether they may be changed.',
  finish: 'Finish the rest',

  saved: 'Saved',
  savedBy: (when, who, time) => `${when}, by ${who}, took ${time}`,
  savedSteps: {
    update: 'fields of the lead',
    comment: 'comment',
    todo: 'to-do',
    notice: 'notice',
  },
  savedNote: when => `Saved on ${when}`,
  savedWho: name => `by ${name}`,
  savedSet: reference => `set ${reference}`,
  savedTook: time => `took ${time}`,

  text: {
    head: code => `Qualification: ${code}`,
    class: triple => `class ${triple}`,
    classOpen: 'class still open',
    coefficient: value => `coefficient ${value}`,
    amount: sum => `amount ${sum}`,
    amountFrom: sum => `amount from ${sum}`,
    amountUnknown: 'amount not known',
    cannotPay: 'cannot pay',
    important: 'particularly important',
    reason: label => `Reason: ${label}`,
    unknown: 'not known',
    said: words => `the client said: “${words}”`,
    note: words => `Note: ${words}`,
    offers: {
      yes: 'ready now for a good offer',
      no: 'not ready now, not even for a good offer',
      unknown: 'whether a good offer would make them ready now is not known',
    },
    next: what => `Next step: ${what}`,
    took: time => `took ${time}`,
    channel: name => `How: ${name}`,
    noticeHead: {
      'hot': 'Hot lead',
      'large-order': 'Large order',
    },
    client: name => `Client: ${name}`,
    responsible: name => `Responsible: ${name}`,
  },
}
