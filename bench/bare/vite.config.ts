/** The reference that the app is measured against: Vue, the SDK and one question, with the same build options. */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { SDK_CHUNK } from '../../scripts/vite/sdk-chunk.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    outDir: fileURLToPath(new URL('../../dist-bare', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [SDK_CHUNK] } } },
  },
})
