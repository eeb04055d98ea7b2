/** What the app asks of the page around it. */
export interface Frame {
  /** Makes the frame as high as its content, in CSS pixels; a hidden frame has no height and asks for none. */
  fit(height: number): void
  /** The same by what the document measures, and as wide as there is room; never lower than it is. */
  fitDocument(): void
  /** Lets the card show what was written; saves nothing. */
  reloadCard(): Promise<void>
}
