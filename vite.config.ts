import { fileURLToPath } from 'node:url'
import b24ui from '@bitrix24/b24ui-nuxt/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { KIT_OPTIONS } from './scripts/vite/kit.ts'
import { contentPolicyOfBuild } from './scripts/vite/content-policy.ts'
import { ENTRY_CHUNK } from './scripts/vite/entry-chunk.ts'
import { kitIcons } from './scripts/vite/kit-icons.ts'
import { LATER_CHUNK } from './scripts/vite/later-chunk.ts'
import { lateHead } from './scripts/vite/late-head.ts'
import { postAsGet } from './scripts/vite/post-as-get.ts'
import { purgeCss } from './scripts/vite/purge-css.ts'
import { RARE_CHUNK } from './scripts/vite/rare-chunk.ts'
import { SDK_CHUNK } from './scripts/vite/sdk-chunk.ts'
import { squeeze } from './scripts/vite/squeeze.ts'
import { tokenReaders } from './scripts/vite/token-readers.ts'

export default defineConfig(({ command }) => ({
  base: './',
  plugins: [kitIcons(), vue(), b24ui(KIT_OPTIONS), postAsGet(), lateHead({ soon: [SDK_CHUNK.name, 'ru'] }), contentPolicyOfBuild(), squeeze()],
  resolve: { alias: [{ find: /^tailwind-variants$/, replacement: fileURLToPath(new URL('scripts/vite/plain-variants.ts', import.meta.url)) }] },
  define: { __VUE_OPTIONS_API__: 'false' },
  css: {
    postcss: {
      plugins: command === 'build'
        ? [purgeCss({ files: ['tokens.css', 'kit.css'], readElsewhere: tokenReaders, dropSelectors: /edge-|data-platform|base-mode/ })]
        : [],
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  build: {
    // what the kit's style sheet needs is younger (https://tailwindcss.com/docs/compatibility)
    target: 'es2023',
    manifest: true,
    modulePreload: { polyfill: false },
    // most of the time of a build goes to plugins here, as it should
    rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: { groups: [SDK_CHUNK, ENTRY_CHUNK, LATER_CHUNK, RARE_CHUNK] } } },
  },
}))
