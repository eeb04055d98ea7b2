/** What the content security policy of the built page holds back, and what it lets through. */
import { expect, test as base } from '../support/browser.ts'
import { openCard, showCard } from '../support/lead-card.ts'
import { appFrame, traceOfScript } from './app-frame.ts'
import { startOtherHost, type OtherHost } from './other-host.ts'

interface Watched {
  readonly otherHost: OtherHost
  /** Directives that were violated in any frame of the page, in the order of time. */
  readonly violated: string[]
}

const test = base.extend<Watched>({
  otherHost: async ({ page: _page }, use) => {
    const host = await startOtherHost()
    await use(host)
    await host.close()
  },
  violated: async ({ page }, use) => {
    const violated: string[] = []
    await page.exposeFunction('noteViolation', (directive: string) => { violated.push(directive) })
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const note: unknown = Reflect.get(window, 'noteViolation')
        if (typeof note === 'function') note(event.effectiveDirective)
      })
    })
    await use(violated)
  },
})

test('the page and the one of the installation allow no inline script and no foreign host', async ({ stand }) => {
  for (const name of ['index.html', 'install.html']) {
    const html = await (await fetch(`${stand.appUrl}/${name}`)).text()
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? ''
    expect(policy.split('; ')).toEqual([
      'default-src \'none\'',
      'script-src \'self\'',
      expect.stringMatching(/^style-src 'self' 'sha256-[\w+/]{43}='$/),
      'img-src data:',
      'connect-src https: http:',
      'object-src \'none\'',
      'base-uri \'none\'',
      'form-action \'self\'',
    ])
    expect(html.match(/<script(?![^>]* src="\.\/)|<[^>]+ (?:on\w+|style)=|javascript:/gi)).toBeNull()
    expect(html.match(/(?:src|href)="(?!\.\/|data:,")/g)).toBeNull()
  }
})

test('an inline script and an inline event handler do not run', async ({ page, stand, violated, printed }) => {
  await openCard(page, stand)
  const frame = await appFrame(page)
  await frame.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = "script"'
    document.body.append(script)
  })
  await frame.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<button type="button" onclick="window.ran = \'handler\'"></button>')
    document.body.lastElementChild?.dispatchEvent(new MouseEvent('click'))
  })
  await expect.poll(() => violated).toEqual(['script-src-elem', 'script-src-attr'])
  expect(await traceOfScript(frame)).toBeUndefined()
  expect(printed.splice(0).join()).toContain('Content Security Policy')
})

test('neither script nor picture, form nor request reaches a host that is not the portal', async ({ page, stand, violated, printed, otherHost }) => {
  await openCard(page, stand)
  const frame = await appFrame(page)
  const fetched = await frame.evaluate(url => fetch(url).then(() => 'answered', () => 'refused'), otherHost.url)
  expect(fetched).toBe('refused')
  await expect.poll(() => violated).toContain('connect-src')
  await frame.evaluate((url) => {
    navigator.sendBeacon(`${url}/beacon`, 'x')
    const script = Object.assign(document.createElement('script'), { src: `${url}/script.js` })
    const picture = Object.assign(document.createElement('img'), { src: `${url}/picture.png`, alt: '' })
    const form = Object.assign(document.createElement('form'), { action: `${url}/form`, method: 'post' })
    const inside = Object.assign(document.createElement('iframe'), { src: `${url}/frame`, title: '' })
    document.body.append(script, picture, form, inside)
    form.submit()
  }, otherHost.url)
  await expect.poll(() => new Set(violated)).toEqual(new Set(['connect-src', 'script-src-elem', 'img-src', 'form-action', 'frame-src']))
  expect(otherHost.asked).toEqual([])
  expect(printed.splice(0).join()).toContain('Content Security Policy')
})

test('the portal is asked and answers', async ({ page, stand, violated, printed }) => {
  await openCard(page, stand)
  const frame = await appFrame(page)
  const answer: unknown = await frame.evaluate(async url => (await fetch(url, { method: 'POST' })).json() as unknown, `${stand.portalUrl}/rest/profile`)
  expect(answer).toHaveProperty('error')
  expect(violated).toEqual([])
  expect(printed.splice(0).join()).toContain('401')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a whole journey by keyboard violates nothing, ${colorScheme}`, async ({ page, stand, violated }) => {
    await page.emulateMedia({ colorScheme })
    const card = await showCard(page, stand)
    await card.openTabByKeyboard()
    await expect(card.frame.locator('html')).toHaveClass(colorScheme)
    await card.enter()
    await card.press('F1')
    await expect(card.frame.getByRole('dialog')).toBeVisible()
    await card.press('Escape', '1', '1', '2', '1')
    await expect(card.asked('Удобная связь')).toBeVisible()
    await card.letter(1).focus()
    await card.press('Enter', 'Control+Enter')
    await expect(card.save.getByRole('status')).toContainText('Сохранено')
    await page.reload()
    await card.openTab()
    await expect(card.main).toContainText(/Сохранено .+, Иван Морозов/)
    expect(violated).toEqual([])
  })
}
