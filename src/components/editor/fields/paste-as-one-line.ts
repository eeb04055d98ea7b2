/** Pastes several lines into a field of one with spaces between them; a browser alone would glue their words together. */
export function pasteAsOneLine(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const { target } = event
  if (!/[\r\n]/.test(text) || !(target instanceof HTMLInputElement)) return
  event.preventDefault()
  const from = target.selectionStart ?? target.value.length
  target.setRangeText(text.trim().replace(/\s*[\r\n]+\s*/g, ' '), from, target.selectionEnd ?? from, 'end')
  target.dispatchEvent(new Event('input', { bubbles: true }))
}
