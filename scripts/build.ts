/** Builds the app, its installation page and the script for sites into `dist/`, and the bare page beside it into `dist-bare/`. */
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = new URL('../', import.meta.url)

/** Theme files of the kit that an earlier set of options left behind would be scanned for styles without a word. */
await rm(new URL('node_modules/.b24ui-nuxt', ROOT), { recursive: true, force: true })
await build({ configFile: fileURLToPath(new URL('vite.config.ts', ROOT)) })
await build({ configFile: fileURLToPath(new URL('vite.install.config.ts', ROOT)), logLevel: 'warn' })
await build({ configFile: fileURLToPath(new URL('vite.form.config.ts', ROOT)), logLevel: 'warn' })
await build({ configFile: fileURLToPath(new URL('bench/bare/vite.config.ts', ROOT)), logLevel: 'warn' })
