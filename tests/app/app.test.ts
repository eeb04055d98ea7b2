import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, markRaw } from 'vue'
import App from '../../src/App.vue'

/** Observers as the browser has them, told of heights by the test. */
class Observed {
  static readonly all: Observed[] = []
  readonly watched: Element[] = []
  readonly tell: ResizeObserverCallback

  constructor(tell: ResizeObserverCallback) {
    this.tell = tell
    Observed.all.push(this)
  }

  observe(element: Element): void {
    this.watched.push(element)
  }

  disconnect(): void {
    this.watched.length = 0
  }

  /** The browser's word of the content's heights; none at all when there are none. */
  grow(...heights: readonly number[]): void {
    const entries = heights.map(height => ({ contentRect: new DOMRect(0, 0, 800, height) }))
    Reflect.apply(this.tell, undefined, [entries, this])
  }
}

const Screen = markRaw(defineComponent({
  props: { greeting: { type: String, default: 'nobody' } },
  setup: props => () => h('main', props.greeting),
}))

beforeEach(() => {
  Observed.all.length = 0
  vi.stubGlobal('ResizeObserver', Observed)
})
afterEach(() => { vi.unstubAllGlobals() })

function opened(props?: Record<string, unknown>) {
  const heights: number[] = []
  const app = mount(App, { props: { screen: Screen, fit: (height: number) => { heights.push(height) }, ...(props && { props }) } })
  const [observer] = Observed.all
  if (!observer) throw new Error('nothing is observed')
  return { app, heights, observer }
}

it('shows the screen with what it is given', () => {
  expect(opened({ greeting: 'привет' }).app.get('main').text()).toBe('привет')
  expect(opened().app.get('main').text()).toBe('nobody')
})

it('asks for a frame as high as the content whenever that changes', () => {
  const { app, heights, observer } = opened()
  expect(observer.watched).toEqual([app.element])
  observer.grow(480)
  observer.grow(913.5)
  observer.grow()
  expect(heights).toEqual([480, 913.5])
})

it('watches nothing any more when it is gone', () => {
  const { app, observer } = opened()
  app.unmount()
  expect(observer.watched).toEqual([])
})
