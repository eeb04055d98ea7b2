import { enCount } from '../plural.ts'
import type { editor as ruEditor, fields as ruFields } from '../ru/editor.ts'

export const editor: typeof ruEditor = {
  region: 'Set editor',
  toolbar: 'Edits',
  sectionsLabel: 'Parts of the set',
  sections: {
    questions: 'Questions',
    code: 'Code',
    rules: 'Classes',
    potential: 'Potential',
    plan: 'Plan',
    texts: 'Alerts and texts',
    general: 'General',
  },
  undo: 'Undo',
  redo: 'Redo',
  undone: where => `Undone: ${where}`,
  redone: where => `Redone: ${where}`,
  wholeSet: 'question set',
  texts: 'Texts',
  bothLanguages: 'in both languages',
  onlyLanguage: { ru: 'Russian only', en: 'English only' },
  inSection: (errors, warnings) => [
    ...errors > 0 ? [enCount(errors, 'error', 'errors')] : [],
    ...warnings > 0 ? [enCount(warnings, 'warning', 'warnings')] : [],
  ].join(', '),
  untitled: 'Untitled',
}

export const fields: typeof ruFields = {
  inLanguage: { ru: label => `${label}, Russian`, en: label => `${label}, English` },
  missing: 'not translated',
  missingDefault: 'required',
  tooLong: (most, now) => `This text is too long: ${now} of ${most} characters. Shorten it; until then the text before stays.`,
  notNumber: 'Enter a number, such as 250000.',
  notWhole: 'A whole number is needed here.',
  outside: (least, most) => `The number must be from ${least} to ${most}.`,
  needed: 'A number is needed here; until then the one before stays.',
  notSelected: 'not set',
  up: name => `Move up: ${name}`,
  down: name => `Move down: ${name}`,
  keys: 'Alt+↑ and Alt+↓ move it, and it can be dragged',
  moved: (name, position, count) => `${name}: now ${position} of ${count}`,
  remove: name => `Remove: ${name}`,
  duplicate: name => `Duplicate: ${name}`,
}
