/** The storage of published versions and of drafts; its name alone, for those who only read a version. */
export const SHELF = 'abcsets'
