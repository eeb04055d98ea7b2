/** Asks a real portal what `emulated.test.ts` asks the emulated one. `run.ts` starts it. */
import { describe, expect, it } from 'vitest'
import { conduct, reach } from '../suite/conduct.ts'
import { STATEMENTS } from '../suite/statements.ts'
import { settingsFrom } from './environment.ts'
import { worldOf } from './world.ts'

const world = await reach(worldOf(settingsFrom(process.env)))

for (const [about, statements] of Object.entries(STATEMENTS)) {
  describe(about, () => {
    for (const statement of statements) {
      it(`${statement.claim} (${statement.page})`, async ({ skip }) => {
        const reason = await conduct(statement, world)
        if (reason !== undefined) skip(`not run: ${reason}`)
        expect(reason).toBeUndefined()
      })
    }
  })
}
