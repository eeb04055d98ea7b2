import { enCount } from '../plural.ts'
import type { doctor as ruDoctor, places as ruPlaces } from '../ru/editor-doctor.ts'

const TRANSLATIONS: Readonly<Record<string, string>> = { ru: 'Russian', en: 'English' }

export const doctor: typeof ruDoctor = {
  title: 'Doctor',
  checking: 'Checking…',
  errors: count => enCount(count, 'error', 'errors'),
  errorsHint: 'While there are any, the set cannot be published.',
  warnings: count => enCount(count, 'warning', 'warnings'),
  warningsHint: 'They do not keep the set from being published, but are worth a look.',
  noErrors: 'No errors: the set can be published.',
  allRight: 'All is well: no errors and no warnings.',
  combinations: count => `Every outcome was checked: ${enCount(count, 'combination', 'combinations')} of answers.`,
  notCounted: 'The combinations of answers are counted once the class table and the keys have no errors.',
  classes: 'Combinations of answers for each class',
  more: count => enCount(count, 'more place', 'more places'),
  kinds: {
    'missing-else': () => 'The class table has no “in all other cases” row',
    'duplicate-id': id => `The key “${id}” is taken twice`,
    'band-gap': value => `Values from ${value} on are in none of the bands`,
    'band-overlap': value => `The value ${value} is in two bands at once`,
    'ungraded-choice': () => 'This choice has no letter, and its question is part of the code',
    'no-default-text': () => 'No text in the set’s main language',
    'reserved-id': id => `The code “${id}” belongs to a result field`,
    'unknown-reference': id => id === '' ? 'Nothing is chosen here' : `“${id}” is named here, and the set has no such thing`,
    'letter-outside-alphabet': letter => `This set does not have the letter ${letter}`,
    'no-choices': () => 'There is nothing to choose from: not a single choice',
    'time-share-not-100': sum => `The time shares add up to ${sum} %, and have to be 100 %`,
    'no-working-time': () => 'There is no working time: look at the days and hours',
    'rule-never-reached': () => 'This row never applies: rows above take all of its cases',
    'question-without-effect': () => 'The answer changes nothing',
    'unsigned-choice': () => 'Class rows look at this question, and this choice lacks the sign or letter that any of them could meet',
    'few-coded-questions': count => `Few questions in the code: ${count}. Usually there are 3 to 5`,
    'many-coded-questions': count => `Many questions in the code: ${count}. Usually there are 3 to 5`,
    'unknown-variable': name => `There is no variable “${name}”: it stays in the text as it is`,
    'too-many-combinations': () => 'There are too many combinations of answers, so the outcomes were not checked',
    'missing-translation': language => `Not translated into ${TRANSLATIONS[language] ?? language}`,
  },
}

export const places: typeof ruPlaces = {
  set: 'Question set',
  question: name => `Question “${name}”`,
  choice: name => `“${name}”`,
  rule: number => `Class, row ${number}`,
  position: number => `Code, letter ${number}`,
  entry: (part, number) => `${part} ${number}`,
  parts: {
    ru: 'Russian', en: 'English', name: 'name', script: 'what the manager says', clientWording: 'question in the site form', hint: 'hint',
    label: 'label', clientLabel: 'label in the form', choices: 'choices', bands: 'bands', cannotPay: 'cannot pay',
    objections: 'objection', says: 'what the client says', reply: 'reply', askIf: 'condition', offer: 'offer question',
    grade: 'letter', sign: 'plus or minus', reason: 'reason', channel: 'channel', shelfLifeDays: 'shelf life of the answer', optional: 'optional',
    for: 'purpose', kind: 'kind of question', questions: 'questions', from: 'start', to: 'end',
    code: 'Code', classRules: 'Class table', classElse: 'In all other cases', class: 'class', capped: 'touches', when: 'condition',
    reasons: 'Reasons', recheckDays: 'days until the recheck', potential: 'Potential', question: 'question', coefficient: 'coefficient',
    followUp: 'Follow-up plan', base: 'number of touches', steps: 'step', later: 'later step', instruction: 'instruction', cadence: 'cadence',
    gaps: 'gap', then: 'then every', firstReaction: 'first reaction', thinkingDays: 'time to think', unanswered: 'unanswered',
    calls: 'calls', workingTime: 'working time', days: 'days', zone: 'time zone', holidays: 'holidays', timeShare: 'time shares',
    notices: 'Notices', largeOrder: 'large order', hot: 'hot lead', texts: 'Texts', comment: 'comment', todo: 'to-do', notice: 'notice',
    stages: 'Stages', style: 'what leads', letters: 'number of letters', currency: 'currency', defaultLanguage: 'main language', reorder: 'order of questions',
  },
}
