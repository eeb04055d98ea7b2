/**
 * The references that the app is measured against, with the same build options: the bare page (Vue, the SDK and one
 * question), and in the mode `list` the bare list. Two builds, so that neither shares a chunk with the other.
 */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { SDK_CHUNK } from '../../scripts/vite/sdk-chunk.ts'

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL(mode === 'list' ? 'list' : '.', import.meta.url)),
  base: './',
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    outDir: fileURLToPath(new URL(mode === 'list' ? '../../dist-bare-list' : '../../dist-bare', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [SDK_CHUNK] } } },
  },
}))
