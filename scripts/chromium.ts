/** Finds the Chromium that browser tests, benchmarks and screenshots drive, and installs one where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type LaunchOptions } from '@playwright/test'

/** The one that only knows how to be headless is a third faster. */
const COMMANDS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Quiet on the network; without a sandbox and a graphics card it also runs in a container. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function onPath(command: string): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return folders.map(folder => join(folder, command)).find(file => existsSync(file))
}

/** Path of a Chromium: the one that `CHROMIUM` names, else one of the system, else Playwright's own. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`)
    return named
  }
  const own = chromium.executablePath()
  return COMMANDS.map(onPath).find(file => file !== undefined) ?? (existsSync(own) ? own : undefined)
}

/** What Playwright needs to start it. Throws when there is no Chromium, and says how to get one. */
export function launchOptions(): LaunchOptions {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('There is no Chromium here: run "npx tsx scripts/chromium.ts", or set CHROMIUM to the path of one.')
  return { executablePath, args: [...ARGS] }
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

function install(): void {
  const root = process.getuid?.() === 0
  const fromDebian = (name: string) => run('apt-get', 'install', '-y', '--no-install-recommends', name)
  if (root && existsSync('/etc/debian_version') && run('apt-get', 'update') && (fromDebian('chromium-headless-shell') || fromDebian('chromium'))) return
  if (!run('npx', 'playwright', 'install', ...root ? ['--with-deps'] : [], 'chromium')) throw new Error('No Chromium could be installed.')
}

/** The path, after installing a Chromium if there was none. */
export function ensureChromium(): string {
  if (findChromium() === undefined) install()
  const found = findChromium()
  if (found === undefined) throw new Error('No Chromium was found after installing one.')
  return found
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(`Chromium: ${ensureChromium()}\n`)
