// @ts-check

/**
 * What the server tells the scripts of a page.
 * @typedef {object} PageData
 * @property {string} user
 * @property {string} lang
 * @property {Record<'close' | 'choose' | 'cancel' | 'pickPeople' | 'pickAccess' | 'pickRecords' | 'everybody' | 'refreshFailed' | 'failed' | 'failedToConvert' | 'imCall' | 'imPhone' | 'imMessenger' | 'imHistory' | 'app', string>} words
 * @property {import('./frame.js').Person[]} people
 */

/** @returns {PageData} */
function read() {
  const element = document.getElementById('page-data')
  if (!element?.textContent) throw new Error('The page carries no data for its scripts.')
  return JSON.parse(element.textContent)
}

export const { user, lang, words, people } = read()
