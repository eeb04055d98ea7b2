// @ts-check
import { mountCard } from './card.js'
import { openFrame } from './frame-host.js'
import { lang, user } from './page-data.js'
import { around, mode, openPage } from './surroundings.js'

const query = new URLSearchParams(location.search)
const uri = location.pathname + location.search

const card = document.querySelector('[data-card]')
if (card instanceof HTMLElement) {
  const openApp = query.has('tab') || location.hash === '#tab'
  mountCard(card, { uri, openApp, mode, reload: () => location.reload(), around })
}

const appPage = document.querySelector('[data-app-page]')
if (appPage instanceof HTMLElement) {
  const options = JSON.parse(appPage.dataset['options'] ?? '{}')
  openFrame({ placement: 'DEFAULT', options, install: appPage.dataset['install'] === 'Y' }, { element: appPage, user, lang, mode, around }).catch(reportError)
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.hasAttribute('data-open-card')) return
  event.preventDefault()
  const id = Number(new FormData(event.target).get('id'))
  openPage(new URL(`/crm/lead/details/${id}/`, location.origin))
})

const slider = query.get('slider')
if (slider) openPage(new URL(`/crm/lead/details/${Number(slider)}/`, location.origin))
