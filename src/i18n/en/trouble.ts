import type { trouble as ru } from '../ru/trouble.ts'

export const trouble: typeof ru = {
  gone: {
    title: 'The lead was deleted while you were answering',
    text: 'There is nowhere to write the answers, so nothing was written. They stay on the screen and in the draft: copy them if you need them. If the lead is restored, the draft brings them back.',
  },
  closed: {
    title: 'This lead is no longer open to you',
    text: 'You lost the right to see the lead while you were answering. Nothing was written; the answers stay on the screen and in the draft. Ask the lead’s responsible or a CRM administrator for access, then press “Try again”.',
  },
  mayNotChange: {
    title: 'You may not change this lead',
    text: 'The portal did not let it be written: the right to change the lead may have been taken away while you were answering. Nothing was written; the answers stay on the screen and in the draft. Ask for the right, then press “Try again”.',
  },
  expired: {
    title: 'The portal did not renew your session',
    text: 'Nothing was written; the answers stay on the screen and in the draft. Press “Try again”; if that does not help, reload the portal page.',
  },
  required: {
    title: 'The card has required fields that are empty',
    text: 'The portal takes no lead without them. Nothing was written, the answers are here. Fill the fields in on the card, save the card, then press “Try again”.',
    fields: names => `Empty: ${names}.`,
  },
  value: {
    title: 'The portal has no place for an answer',
    text: 'The portal did not take the value: most likely the list item was deleted. Nothing was written. The rest can be saved without it; the answer itself stays in the record of the qualification. An administrator needs to run the set-up of Triple A again.',
  },
  stage: {
    title: 'The portal did not take the stage',
    text: stage => `The lead could not be moved to the stage “${stage}”: that move is closed here, or you lack the right to it. Nothing was written. The rest can be saved without the stage.`,
    silent: stage => `The portal refused and did not say why. It mostly answers like that when a lead may not be moved to a stage, here “${stage}”. Nothing was written. Try to save without it.`,
  },
  withoutThis: 'Save the rest',
  withoutStage: 'Save without the stage',
  answers: 'Your answers',
  copy: 'Copy the answers',
  copied: 'Copied.',
  copyByHand: 'The browser did not let it be copied. The text is selected: press Ctrl+C.',
  changed: {
    title: 'The lead was changed while you were answering',
    text: 'Nothing has been written yet.',
  },
  converted: {
    title: 'The lead became a deal while you were answering',
    text: 'The qualification goes into the lead and does not reach the deal. Nothing has been written yet. If that is what you want, save again.',
  },
  takenBack: {
    title: 'This save has been undone already',
    text: 'The portal wrote everything, but then the save was undone: the history tells by whom. If the answers hold, save them again.',
  },
  lost: {
    title: 'Every value that has a field was written',
    text: 'The portal no longer has these fields:',
    next: 'Their values are only in the record of the qualification. To bring the fields back, an administrator needs to run the set-up of Triple A again.',
  },
  notes: {
    draftKept: when => `Draft of ${when}: the answers are here, the lead does not have them yet.`,
    otherSet: {
      asked: name => `Question set: ${name}`,
      hint: 'You can ask by another one. Answers that both ask for go along; the others come back with this set while the tab is open.',
      ask: name => `Ask by “${name}”`,
    },
    declared: 'The client has answered already. Check in the call: Enter if it is right, a digit if it is not.',
    readOnly: 'You may look at this lead but not change it.',
    partsMissing: 'The portal did not give everything: some details of the lead are not shown here.',
    converted: 'This lead has become a deal. What you save here stays with the lead.',
    withoutLeads: 'The portal works without leads: whoever writes or calls becomes a deal at once. What you save here stays with this lead.',
    lost: fields => `The portal no longer has these fields: ${fields}. Their values will only be in the record of the qualification. An administrator needs to run the set-up of Triple A again.`,
    scopes: names => `The app lacks permissions: ${names}. A portal administrator can tick them.`,
    newer: (version, mine) => `Version ${version} of the question set was published. This qualification ends with version ${mine}; the new one opens next time.`,
    notInForce: 'This question set was taken out of use. You can finish and save the qualification that you began; next time another set opens.',
    unread: {
      near: 'The draft in this browser cannot be read. It is left as it is until you save; new answers are kept in the draft on the portal.',
      nearTaken: 'The draft in this browser cannot be read. The first new answer takes its place.',
      far: option => `The draft on the portal (record “${option}”) cannot be read. It is left as it is until you save; new answers are kept in this browser’s draft.`,
      run: field => `The record of the last qualification (field ${field}) cannot be read, so its answers and notes are not shown here. Saving puts a new one in its place, and the old one stays in the lead’s history.`,
      waiting: 'A save of this lead was waiting in this browser, but it cannot be read. Check the lead’s fields; the next save takes its place.',
    },
    elsewhere: 'This lead is being answered in another tab too. A tab has its own answers as long as it is open; the draft holds only those that were given last.',
    takeOver: 'Take over the answers from there',
    taken: 'The answers of the other tab are here now.',
    takeBack: 'Bring back the ones before',
    savedElsewhere: 'The qualification of this lead was saved in another tab.',
    show: 'Show it',
    notShown: 'The lead could not be opened again. Try once more.',
  },
  recordFields: {
    set: 'Question set',
    qualifiedAt: 'Qualified on',
    qualifiedBy: 'Qualified by',
    run: 'Answers of the last qualification',
  },
}
