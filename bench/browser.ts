/** The browser that is measured in. */
import { chromium, type Browser } from '@playwright/test'
import { launchOptions } from '../scripts/chromium.ts'

/** Frames of another site have a process of their own, as in any browser of a desk; the headless build has to be told. */
export const PROCESS_PER_SITE = ['--site-per-process']
/** One process for the portal and its frames, with one heap and one processor share. */
export const ONE_PROCESS = ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process']
/** No machine code for functions that got hot: it is the engine's, and grows for more than a hundred runs. */
export const NO_MACHINE_CODE = ['--js-flags=--jitless']

export async function launch(more: readonly string[]): Promise<Browser> {
  const { args = [], ...options } = launchOptions()
  return chromium.launch({ ...options, args: [...args, ...more] })
}
