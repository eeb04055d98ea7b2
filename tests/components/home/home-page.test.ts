import { flushPromises, mount } from '@vue/test-utils'
import { defineComponent, h, inject } from 'vue'
import type { InjectionKey } from 'vue'
import { expect, it, onTestFinished } from 'vitest'
import HomePage from '../../../src/components/home/HomePage.vue'
import { withWords } from '../../../src/components/home/section.ts'
import type { Section } from '../../../src/components/home/section.ts'
import { HOME_WORDS, loadHomeWords } from '../../../src/i18n/home-words.ts'
import { loadWords, WORDS } from '../../../src/i18n/words.ts'

const GREETING: InjectionKey<string> = Symbol('greeting')
const Page = defineComponent({ setup: () => () => h('input', { 'aria-label': inject(GREETING) }) })

function section(key: Section['key'], loads: string[]): Section {
  return {
    key,
    load(language) {
      loads.push(`${key} ${language}`)
      return Promise.resolve(withWords(Page, GREETING, `${key} page`))
    },
  }
}

async function home(sections: readonly Section[]) {
  const source = await loadWords('ru')
  await source.fetchAll()
  const page = mount(HomePage, {
    attachTo: document.body, props: { sections },
    global: { provide: { [HOME_WORDS]: await loadHomeWords('ru'), [WORDS]: source } },
  })
  onTestFinished(() => { page.unmount() })
  await flushPromises()
  return page
}

it('fetches a part when it is opened, with its words, and keeps what was left in the others', async () => {
  const loads: string[] = []
  const page = await home([section('setUp', loads), section('sets', loads)])
  expect(loads).toEqual(['setUp ru'])
  await page.get('[aria-label="setUp page"]').setValue('typed')
  const [first, second] = page.findAll('nav button')
  expect([first?.text(), second?.text()]).toEqual(['Настройка', 'Анкеты'])
  await second?.trigger('click')
  await flushPromises()
  expect(loads).toEqual(['setUp ru', 'sets ru'])
  expect(page.get('[aria-label="setUp page"]').isVisible()).toBe(false)
  expect(page.get('[aria-label="sets page"]').isVisible()).toBe(true)
  expect(page.get('[aria-current=page]').text()).toBe('Анкеты')
  await first?.trigger('click')
  expect(page.get<HTMLInputElement>('[aria-label="setUp page"]').element.value).toBe('typed')
  expect(loads).toHaveLength(2)
})

it('has no headings to choose from while there is one part', async () => {
  const page = await home([section('setUp', [])])
  expect(page.find('nav').exists()).toBe(false)
  expect(page.find('[aria-label="setUp page"]').exists()).toBe(true)
})

it('keeps the way to the installation page', async () => {
  const page = await home([section('setUp', [])])
  expect(page.get('a').attributes('href')).toContain('install.html')
})
