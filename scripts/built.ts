/** `dist/` as a build of the sources as they are. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const SOURCES = ['src', 'scripts/vite', 'bench/bare', 'index.html', 'install.html', 'vite.config.ts', 'vite.install.config.ts', 'vite.form.config.ts', 'package-lock.json']
const RESULTS = ['dist/index.html', 'dist/install.html', 'dist/triple-a-form.js', 'dist-bare/index.html']

function newest(path: string): number {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return Math.max(own.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))))
}

function isBuilt(): boolean {
  const results = RESULTS.map(name => join(ROOT, name))
  if (!results.every(file => existsSync(file))) return false
  const changed = Math.max(...SOURCES.map(name => newest(join(ROOT, name))))
  return results.every(file => statSync(file).mtimeMs > changed)
}

/** The folders of the built app and of the bare page, after building them, as for production whoever asks, if they are missing or older than a source. */
export function builtFolders(): { readonly app: string; readonly bare: string } {
  if (!isBuilt()) {
    const { status } = spawnSync(join(ROOT, 'node_modules/.bin/tsx'), ['scripts/build.ts'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } })
    if (status !== 0) throw new Error('The app could not be built: see "npm run build".')
  }
  return { app: join(ROOT, 'dist'), bare: join(ROOT, 'dist-bare') }
}

/** The folder of the built app for tests: they run side by side, and a build clears what others of them read. */
export function builtBefore(): string {
  if (!isBuilt()) throw new Error('The build is missing or older than a source: run "npm run build" first.')
  return join(ROOT, 'dist')
}
