import type { declared as ru } from '../ru/declared.ts'

export const declared: typeof ru = {
  form: 'The client answered in the form',
  fields: 'Answers that the lead had before',
  through: (done, all) => `${done} of ${all} confirmed in the call`,
  basis: 'So far the code rests on what the client wrote.',
  states: {
    gone: raw => `This version of the set has no answer “${raw}”; the code leaves it out.`,
    strange: raw => `The field holds “${raw}”, which is no answer; the code leaves it out.`,
    unasked: () => 'After the other answers this is not asked; the code leaves it out.',
  },
  heard: { same: () => 'confirmed', other: now => `in the call: ${now}`, open: () => 'not confirmed yet' },
  before: {
    offer: (title, when) => `This client was asked before${when && ` (${when})`}, in the lead “${title}”.`,
    take: 'Take these answers',
    taken: title => `Answers taken from the lead “${title}”. Check each: Enter if nothing has changed, a digit if it has.`,
    unread: 'The portal did not tell whether this client was asked before. Ask as usual.',
  },
  unknown: 'does not know',
  noQuestion: id => `The field of the question “${id}” is filled, but the set does not ask it.`,
  missing: names => `Not answered: ${names}.`,
  asked: {
    older: (reference, mine) => `The form asked by ${reference}; version ${mine} is in force. Tell the administrator that the site has an old set.`,
    newer: reference => `The form named ${reference}, a version that there has not been yet. Check every answer.`,
    other: reference => `The form asked by another set (${reference}).`,
  },
}
