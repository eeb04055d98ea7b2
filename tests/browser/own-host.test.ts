/** The app on a host of one's own: a real nginx with the configuration of `hosting/`, opened by the portal's POST. */
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { startStand } from '../../scripts/stand.ts'
import type { Stand } from '../../scripts/stand.ts'
import { asNew, openAppPage } from '../support/install-page.ts'
import { openCard, showCard } from '../support/lead-card.ts'
import { findNginx, NO_NGINX, startNginx } from '../support/nginx.ts'

const APP = fileURLToPath(new URL('../../dist', import.meta.url))

/** The app behind nginx, which lets this portal show it. */
async function served(portal: string, use: (stand: Stand) => Promise<void>): Promise<void> {
  const nginx = findNginx()
  test.skip(nginx === undefined && process.env['CI'] === undefined, NO_NGINX)
  if (nginx === undefined) throw new Error(NO_NGINX)
  const host = await startNginx(nginx, APP, portal)
  try {
    const stand = await startStand({ portalPort: 0, leads: 5, seed: 1, app: { url: host.url } })
    await use(stand).finally(() => stand.close())
  } finally {
    host.stop()
  }
}

test('installs itself and opens in a lead card', async ({ page }) => {
  await served('http://localhost:*', async (stand) => {
    asNew(stand)
    const install = await openAppPage(page, stand)
    await install.button('Установить').click()
    await page.waitForURL(/install_finished=Y/)
    const card = await openCard(page, stand)
    await expect(card.asked('Потребность')).toBeVisible()
    await expect(card.tab).toHaveCount(1)
  })
})

test('is shown by no portal but the one that was named', async ({ page }) => {
  await served('https://mine.bitrix24.example', async (stand) => {
    const refused = page.waitForEvent('console', message => message.text().includes('frame-ancestors'))
    const card = await showCard(page, stand)
    await card.tab.click()
    await refused
    await expect(card.question).toHaveCount(0)
  })
})
