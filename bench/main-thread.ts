/** What the main thread of a page did for a key press, read from a trace of the browser. */
import * as v from 'valibot'

/** The trace's categories that this needs: tasks of each thread, and what was dispatched, laid out and painted in them. */
export const TRACED = ['-*', 'toplevel', 'devtools.timeline']

const TASK = 'ThreadControllerImpl::RunTask'
const LAYOUT = ['UpdateLayoutTree', 'Layout']

const EventSchema = v.object({
  name: v.string(),
  pid: v.number(),
  tid: v.number(),
  /** Microseconds, both. */
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
  args: v.optional(v.object({ data: v.optional(v.object({ type: v.optional(v.unknown()) })) }), {}),
})
const TraceSchema = v.object({ traceEvents: v.array(EventSchema) })

export type TraceEvent = v.InferOutput<typeof EventSchema>

/** Milliseconds. */
export interface PressWork {
  /** All tasks of the main thread from the key's event to the end of the task that painted next; waiting is not counted. */
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

const endOf = ({ ts, dur }: TraceEvent) => ts + dur

/** Milliseconds of these events that lie between two points in time. */
function within(events: readonly TraceEvent[], from: number, to: number): number {
  return events.reduce((sum, event) => sum + Math.max(0, Math.min(endOf(event), to) - Math.max(event.ts, from)), 0) / 1000
}

/** The work of every key press in the trace, in order. Throws when nothing was painted after one of them. */
export function pressesIn(trace: readonly TraceEvent[]): readonly PressWork[] {
  return trace.filter(isKeyDown).sort((a, b) => a.ts - b.ts).map((key) => {
    const thread = trace.filter(event => event.pid === key.pid && event.tid === key.tid && endOf(event) > key.ts).sort((a, b) => a.ts - b.ts)
    const tasks = thread.filter(event => event.name === TASK)
    const paint = thread.find(event => event.name === 'Paint')
    const painting = paint && tasks.find(task => task.ts <= paint.ts && endOf(task) >= endOf(paint))
    if (!painting) throw new Error('Nothing was painted after a key press.')
    const span = [key.ts, endOf(painting)] as const
    return {
      untilPainted: within(tasks, ...span),
      script: within([key], ...span),
      layout: within(thread.filter(event => LAYOUT.includes(event.name)), ...span),
    }
  })
}
