/**
 * What the later parts of a tab share with the app's own page, in one file: a file for each would be a name more in the entry,
 * which lists what it will fetch.
 */
export const LATER_CHUNK = {
  name: 'later',
  test: /src\/(?:stores\/alone|domain\/(?:declared|qualification|write-plan|touches|follow-up|journal|lead-class|set-choice|set-rules-codec|question-order)|components\/plan\/formula-words|components\/save\/save-texts|i18n\/plural|portal\/(?:perform-entry|waiting|kept-texts|todo-change|supervisor|names|answered-ahead|sets\/read-set-rules)|components\/qualification\/ProblemScreen)\.(?:ts|vue)$/,
}
