// @ts-check
import { people, words } from './page-data.js'

/** @typedef {import('./frame.js').Person} Person */

/**
 * Lets somebody choose among the portal's people.
 * @param {boolean} multiple
 * @returns {Promise<Person[] | undefined>} nothing when the dialog was left
 */
export function pickPeople(multiple) {
  const dialog = document.createElement('dialog')
  dialog.className = 'people'
  dialog.setAttribute('aria-label', words.pickPeople)
  const form = document.createElement('form')
  form.method = 'dialog'
  const heading = document.createElement('h2')
  heading.textContent = words.pickPeople
  form.append(heading, ...people.map((person) => choice(person, multiple)), buttons())
  dialog.append(form)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const ids = new FormData(form).getAll('person')
      const chosen = people.filter((person) => ids.includes(person.id))
      dialog.remove()
      resolve(dialog.returnValue === 'choose' && (multiple || chosen.length > 0) ? chosen : undefined)
    }, { once: true })
  })
}

/**
 * @param {Person} person
 * @param {boolean} multiple
 */
function choice(person, multiple) {
  const label = document.createElement('label')
  const input = document.createElement('input')
  input.type = multiple ? 'checkbox' : 'radio'
  input.name = 'person'
  input.value = person.id
  const position = document.createElement('small')
  position.textContent = person.position
  label.append(input, ` ${person.name} `, position)
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
