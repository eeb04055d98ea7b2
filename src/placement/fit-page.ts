/** The height of a page that is all of the app, and of which the portal takes a width, too. */
import type { Frame } from './frame.ts'

/** Pixels that a frame may be higher than its content: margins, and what is not worth a change. */
const SLACK = 100

/**
 * Keeps the frame as high as its content. The SDK measures no less than the frame has already, so a lower one is asked for by number
 * first; that sets a width in pixels, which is given back when the frame has changed.
 */
export function fitPage(frame: Pick<Frame, 'fit' | 'fitDocument'>): (height: number) => void {
  return (height) => {
    if (height <= 0) return
    if (innerHeight - height < SLACK) return frame.fitDocument()
    addEventListener('resize', () => { frame.fitDocument() }, { once: true })
    frame.fit(height)
  }
}
