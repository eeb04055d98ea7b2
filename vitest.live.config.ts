/** The contract suite on the portal that the environment names: `npm run test:live`. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/contract/live/*.live.ts'],
    reporters: ['./tests/contract/live/report.ts'],
    // a portal may take its time, and asks a busy caller to wait
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
})
