/** The Firefox of this machine, as it is: driven by WebDriver BiDi, without any profile of a person. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import puppeteer from 'puppeteer-core'
import type { Page } from 'puppeteer-core'

export const NO_FIREFOX = 'there is no Firefox on this machine: apt-get install --no-install-recommends firefox-esr'

/** The path of Firefox, if there is one; `FIREFOX` names another. */
export function findFirefox(): string | undefined {
  const named = process.env['FIREFOX']
  if (named !== undefined) return existsSync(named) ? named : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return ['firefox-esr', 'firefox'].flatMap(name => folders.map(folder => join(folder, name))).find(file => existsSync(file))
}

/** Lets something use a page of a fresh Firefox; `home`: an empty folder, as Firefox starts in no home of somebody else. */
export async function inFirefox(executablePath: string, home: string, use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, env: { ...process.env, HOME: home } })
  try {
    await use(await browser.newPage())
  } finally {
    await browser.close()
  }
}
