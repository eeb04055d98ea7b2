/** What the app asks of the page around it. */
export interface Frame {
  /** Makes the frame as high as its content, in CSS pixels; a hidden frame has no height and asks for none. */
  fit(height: number): void
  /** Lets the card show what was written; saves nothing. */
  reloadCard(): Promise<void>
}
