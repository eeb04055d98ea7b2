/** How much a stored question set may hold: the codec refuses more, edits do not make more. */

/** Characters of one text in one language. */
export const LONGEST_TEXT = 4000
/** Questions, choices, rules, steps: entries of any list but holidays. */
export const MOST_ENTRIES = 50
export const MOST_HOLIDAYS = 1000
/** Ten years: the longest gap, recheck or shelf life. */
export const MOST_DAYS = 3660
/** Touches of an average purchase, a coefficient. */
export const MOST_TOUCHES = 100
/** Letters of an alphabet. */
export const FEWEST_LETTERS = 2
/** Ids become field codes such as `UF_CRM_ABC_<ID>`, which have at most 50 characters (`crm-lead-userfield-add.md`). */
export const LONGEST_ID = 30
