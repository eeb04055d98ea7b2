/**
 * The installation page beside the app: a build of its own, so that what only an administrator sees once takes nothing from
 * the chunks of the lead tab. It comes into the same folder, after the app.
 */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { contentPolicyOfBuild } from './scripts/vite/content-policy.ts'
import { INSTALL_MANIFEST } from './scripts/vite/install-manifest.ts'
import { purgeCss } from './scripts/vite/purge-css.ts'
import { SDK_CHUNK } from './scripts/vite/sdk-chunk.ts'
import { squeeze } from './scripts/vite/squeeze.ts'
import { tokenReaders } from './scripts/vite/token-readers.ts'

export default defineConfig({
  base: './',
  plugins: [vue(), contentPolicyOfBuild(), squeeze()],
  define: { __VUE_OPTIONS_API__: 'false' },
  css: { postcss: { plugins: [purgeCss({ files: ['tokens.css'], readElsewhere: tokenReaders, dropSelectors: /edge-|data-platform|base-mode/ })] } },
  build: {
    target: 'es2023',
    emptyOutDir: false,
    manifest: INSTALL_MANIFEST,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { bundlerTimings: false },
      input: fileURLToPath(new URL('install.html', import.meta.url)),
      output: { codeSplitting: { groups: [SDK_CHUNK] } },
    },
  },
})
