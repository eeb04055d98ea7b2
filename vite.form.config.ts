/** The script for sites: one classic file of a fixed name beside the app, which loads nothing else. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { SITE_BROWSERS, SITE_SCRIPT } from './scripts/vite/site-script.ts'
import { squeeze } from './scripts/vite/squeeze.ts'

export default defineConfig({
  plugins: [squeeze()],
  build: {
    target: SITE_BROWSERS,
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('src/client-form/main.ts', import.meta.url)),
      output: { format: 'iife', entryFileNames: SITE_SCRIPT },
    },
  },
})
