/** Accessibility as axe sees it, run inside the frame itself: a frame of another host needs no messages to be looked into. */
import type { Frame } from '@playwright/test'
import axe from 'axe-core'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** All of WCAG 2.2 A and AA. */
export const REQUIRED: axe.RunOnly = { type: 'tag', values: WCAG }
/** And what axe recommends beyond that, for pages that are whole documents. */
export const RECOMMENDED: axe.RunOnly = { type: 'tag', values: [...WCAG, 'best-practice'] }
/** What another theme of the same page can break. */
export const COLOURS: axe.RunOnly = { type: 'rule', values: ['color-contrast'] }

export interface AxeReport {
  /** How many rules found something that they hold for. */
  readonly applied: number
  /** One line for each element that breaks a rule. */
  readonly violations: readonly string[]
}

/** Looks at a frame as it stands, without the frames in it. */
export async function axeIn(frame: Frame, runOnly: axe.RunOnly): Promise<AxeReport> {
  if (!await frame.evaluate('"axe" in window')) await frame.evaluate(axe.source)
  const { passes, violations } = await frame.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ['violations', 'passes'], iframes: false })})`)
  return {
    applied: passes.length + violations.length,
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, failureSummary }) =>
      `${id}: ${target.join(' ')} ${any[0]?.message ?? failureSummary ?? ''}`)),
  }
}
