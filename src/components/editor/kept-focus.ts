/** An entry that is removed takes its button along: the focus goes to the same button of the entry that is there then. */
import { nextTick } from 'vue'

const FIELDS = ':is(input, textarea, select, button):not(:disabled)'

interface Step {
  readonly around: Element
  /** Which child of it led to the focus. */
  readonly index: number
}

/** The way to an element, from the inside out. */
function wayTo(element: Element, root: Element): readonly Step[] {
  const steps: Step[] = []
  for (let one = element; one !== root && one.parentElement; one = one.parentElement) {
    steps.push({ around: one.parentElement, index: [...one.parentElement.children].indexOf(one) })
  }
  return steps
}

function fieldIn(element: Element | undefined): HTMLElement | undefined {
  if (!(element instanceof HTMLElement)) return undefined
  return element.matches(FIELDS) ? element : [...element.querySelectorAll<HTMLElement>(FIELDS)].at(-1)
}

/** The same way through the next entry, or the one before where it was the last; else what else can be reached around it. */
function instead(steps: readonly Step[]): HTMLElement | undefined {
  const broken = steps.findIndex(({ around }) => around.isConnected)
  const step = steps[broken]
  if (!step) return undefined
  const entry = [...step.around.children].slice(0, step.index + 1).at(-1)
  const inside = steps.slice(0, broken).toReversed()
  const same = inside.reduce<Element | undefined>((element, { index }) => element?.children[index], entry)
  return fieldIn(same) ?? fieldIn(entry) ?? steps.slice(broken).map(({ around }) => fieldIn(around)).find(field => field !== undefined)
}

/** To be called before the page is drawn anew. Does nothing where the focus stays, or somebody else puts it. */
export async function keepFocus(root: Element): Promise<void> {
  const before = document.activeElement
  if (!(before instanceof HTMLElement) || !root.contains(before)) return
  const steps = wayTo(before, root)
  await nextTick()
  if (!before.isConnected && document.activeElement === document.body) instead(steps)?.focus()
}
