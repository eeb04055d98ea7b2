/** Every test fails that printed a warning or an error which it did not expect; see `expectPrinted`. */
import { format } from 'node:util'
import { afterEach, beforeEach, expect } from 'vitest'
import { printed } from './support/printed.ts'

const original = { warn: console.warn, error: console.error }

beforeEach(() => {
  printed.clear()
  console.warn = (...parts: unknown[]) => { printed.add(format(...parts)) }
  console.error = (...parts: unknown[]) => { printed.add(format(...parts)) }
})

afterEach(() => {
  console.warn = original.warn
  console.error = original.error
  expect(printed.unexpected(), 'lines printed by console.warn or console.error that the test did not expect').toEqual([])
})
