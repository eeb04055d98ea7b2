import b24ui from '@bitrix24/b24ui-nuxt/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { KIT_OPTIONS } from './scripts/vite/kit.ts'

// A zone far from UTC and without daylight saving shows every place that forgot about zones.
process.env.TZ = 'America/Phoenix'

const SETUP = ['./tests/setup.ts']

export default defineConfig({
  test: {
    // without a number one of two processors stays idle once the browser's tests are over
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // other tests run beside these: a limit tells what hangs, not what is slow
          testTimeout: 60_000,
          // a fresh set of modules for every file took half of the time; every portal and every panel is made in a test and ends with it
          isolate: false,
          include: ['tests/{domain,emulator,portal,placement,contract,i18n,tools}/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: SETUP,
        },
      },
      {
        plugins: [vue(), b24ui({ ...KIT_OPTIONS, dts: false, experimental: { componentDetection: false } })],
        test: {
          name: 'component',
          environment: 'happy-dom',
          testTimeout: 60_000,
          isolate: false,
          css: false,
          include: ['tests/{components,stores,app,rights,hostile,client-form}/**/*.test.ts'],
          setupFiles: SETUP,
        },
      },
      {
        test: {
          name: 'pages',
          environment: 'node',
          include: ['tests/emulator-pages/**/*.test.ts'],
          setupFiles: SETUP,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'sweep',
          environment: 'node',
          include: ['tests/sweep/**/*.test.ts'],
          setupFiles: SETUP,
          testTimeout: 240_000,
        },
      },
    ],
  },
})
