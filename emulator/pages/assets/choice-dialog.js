// @ts-check
import { words } from './page-data.js'

/** @typedef {import('./frame.js').Choice} Choice */

/**
 * Lets somebody choose among people, rights or records.
 * @param {string} title
 * @param {Choice[]} choices
 * @param {boolean} multiple
 * @returns {Promise<Choice[] | undefined>} nothing when the dialog was left
 */
export function choose(title, choices, multiple) {
  const dialog = document.createElement('dialog')
  dialog.className = 'people'
  dialog.setAttribute('aria-label', title)
  const form = document.createElement('form')
  form.method = 'dialog'
  const heading = document.createElement('h2')
  heading.textContent = title
  form.append(heading, ...choices.map((one) => choice(one, multiple)), buttons())
  dialog.append(form)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const ids = new FormData(form).getAll('choice')
      const chosen = choices.filter((one) => ids.includes(one.id))
      dialog.remove()
      resolve(dialog.returnValue === 'choose' && (multiple || chosen.length > 0) ? chosen : undefined)
    }, { once: true })
  })
}

/**
 * @param {Choice} one
 * @param {boolean} multiple
 */
function choice(one, multiple) {
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.type = multiple ? 'checkbox' : 'radio'
  input.name = 'choice'
  input.value = one.id
  const note = document.createElement('small')
  note.textContent = one.note
  label.append(input, ` ${one.name} `, note)
  return label
}

function buttons() {
  const row = document.createElement('div')
  row.className = 'buttons'
  for (const [value, text] of [['choose', words.choose], ['cancel', words.cancel]]) {
    const button = document.createElement('button')
    button.value = value ?? ''
    button.textContent = text ?? ''
    row.append(button)
  }
  return row
}
