/**
 * What the main thread of a page did for a key press, read from a trace of the browser. By the thread's own clock, which
 * stands still while the thread waits, also for a processor that others use.
 */
import * as v from 'valibot'

/** The trace's categories that this needs: tasks of each thread, and what was dispatched, laid out and painted in them. */
export const TRACED = ['-*', 'toplevel', 'devtools.timeline']

const TASK = 'ThreadControllerImpl::RunTask'
const LAYOUT = ['UpdateLayoutTree', 'Layout']

const EventSchema = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Microseconds: begin and length, then the same by the thread's clock. */
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
  tts: v.optional(v.number(), 0),
  tdur: v.optional(v.number(), 0),
  args: v.optional(v.object({ data: v.optional(v.object({ type: v.optional(v.unknown()) })) }), {}),
})
const TraceSchema = v.object({ traceEvents: v.array(EventSchema) })

export type TraceEvent = v.InferOutput<typeof EventSchema>

/** Milliseconds. */
export interface PressWork {
  /** The main thread from the key's event to the end of the task that painted next. */
  readonly untilPainted: number
  /** Of these: listeners of the key and the microtasks after them. */
  readonly script: number
  /** Of these: style and layout. */
  readonly layout: number
}

/** Throws when the text is no trace. */
export function readTrace(text: string): readonly TraceEvent[] {
  return v.parse(TraceSchema, JSON.parse(text)).traceEvents
}

function isKeyDown({ name, args }: TraceEvent): boolean {
  return name === 'EventDispatch' && args.data?.type === 'keydown'
}

function isWithin(event: TraceEvent, { ts, dur }: TraceEvent): boolean {
  return event.ts >= ts && event.ts + event.dur <= ts + dur
}

/** The work of every key press in the trace, in order. Throws when nothing was painted after one of them. */
export function pressesIn(trace: readonly TraceEvent[]): readonly PressWork[] {
  return trace.filter(isKeyDown).sort((a, b) => a.ts - b.ts).map((key) => {
    const after = trace.filter(event => event.pid === key.pid && event.tid === key.tid && event.ts + event.dur > key.ts).sort((a, b) => a.ts - b.ts)
    const paint = after.find(event => event.name === 'Paint')
    const painting = paint && after.find(event => event.name === TASK && isWithin(paint, event))
    if (!painting) throw new Error('Nothing was painted after a key press.')
    const end = painting.tts + painting.tdur
    const layouts = after.filter(event => LAYOUT.includes(event.name) && event.tts >= key.tts && event.tts < end)
    return {
      untilPainted: (end - key.tts) / 1000,
      script: key.tdur / 1000,
      layout: layouts.reduce((sum, { tdur }) => sum + tdur, 0) / 1000,
    }
  })
}
