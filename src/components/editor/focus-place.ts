/** Puts the focus where a place of the set is edited. */
import type { Jump } from '../../stores/editing.ts'

const FIELDS = 'input, textarea, select, button, [tabindex]'

function placesOf(place: string): readonly string[] {
  const parts = place.match(/[^.[\]]+|\[\d+\]/g) ?? []
  return parts.map((_, index) => parts.slice(0, parts.length - index).reduce((path, part) => path === '' || part.startsWith('[') ? path + part : `${path}.${part}`, ''))
}

function fieldIn(root: Element, place: string, about: string): HTMLElement | undefined {
  const here = [...root.querySelectorAll<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)]
  const found = here.find(element => element.dataset['about'] === about) ?? here[0]
  return found && (found.matches(FIELDS) ? found : found.querySelector<HTMLElement>(FIELDS) ?? found)
}

/** The field of the place itself, else of the nearest place around it. False where nothing of it is shown. */
export function focusPlace(root: Element, { place, about }: Jump): boolean {
  const target = placesOf(place).map(one => fieldIn(root, one, about)).find(field => field !== undefined)
  if (!target) return false
  for (let folded = target.closest('details'); folded; folded = folded.parentElement?.closest('details') ?? null) folded.open = true
  target.focus()
  target.scrollIntoView({ block: 'center' })
  return true
}
