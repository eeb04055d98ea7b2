import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { guide } from '../../src/client-form/guide.ts'
import { listen } from '../../src/client-form/listen.ts'
import { AWAY } from '../../src/client-form/looks.ts'
import { fire, SET, vendorForm } from './vendor-form.ts'
import type { VendorForm } from './vendor-form.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

const unexpected = (problem: unknown): never => { throw problem }

/** Puts something else into a property, read-only ones too. */
function set(owner: object | undefined, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

const BROKEN: readonly (readonly [string, RegExp, (vendor: VendorForm) => void])[] = [
  ['tells no fields', /does not tell its fields/, ({ form }) => { form['getFields'] = () => undefined }],
  ['has no method for its fields', /does not tell its fields/, ({ form }) => { delete form['getFields'] }],
  ['throws', /somewhere/, ({ form }) => { form['getFields'] = () => { throw new Error('somewhere') } }],
  ['lacks a field', /no field LEAD_UF_CRM_ABC_TYPE/, ({ fields }) => { fields.pop() }],
  ['has a field twice', /more than once/, ({ fields }) => { fields.push(...fields.slice(0, 1)) }],
  ['lacks an item', /does not offer item 12/, ({ fields }) => { fields[0]?.items.pop() }],
  ['has a list without items', /does not offer item 11/, ({ fields }) => set(fields[0], 'items', 'none')],
  ['has a field without methods', /not like the fields/, ({ fields }) => set(fields[0], 'values', 5)],
  ['requires an answer', /is required/, ({ fields }) => set(fields[1], 'required', true)],
  ['hides a field by rules of its own', /own rules/, ({ fields }) => set(fields[1], 'visible', false)],
  ['has several pages', /several pages/, ({ form }) => { form['pager'] = { iterable: () => true } }],
  ['keeps no values', /does not keep/, ({ fields }) => set(fields[2], 'values', () => ['31', '32'])],
  ['is drawn elsewhere', /not drawn/, ({ form }) => { form['getId'] = () => 'nowhere' }],
  ['is drawn in another way', /cannot be found in the page/, ({ root }) => root.querySelector('.b24-form-field')?.remove()],
  ['has two fields of one name in the page', /cannot be found in the page/, ({ root }) => {
    const place = root.querySelector('.b24-form-field')
    place?.after(place.cloneNode(true))
  }],
]

describe('a form that is not as expected', () => {
  it.each(BROKEN)('stays as it is when it %s', (_, told, breakIt) => {
    const vendor = vendorForm()
    breakIt(vendor)
    const before = document.body.innerHTML
    expect(() => guide(vendor.form, SET, undefined, unexpected)).toThrow(told)
    expect(document.body.innerHTML).toBe(before)
  })

  it('stays as it is for a set without questions', () => {
    expect(() => guide(vendorForm().form, { ...SET, questions: [] }, undefined, unexpected)).toThrow('no question for clients')
  })

  it('is never hidden, whatever its parts are', () => {
    const names = ['getFields', 'getId', 'pager', 'language', 'identification', 'node'] as const
    fc.assert(fc.property(fc.constantFrom(...names), fc.anything({ withBigInt: true, withDate: true }), fc.boolean(), (name, value, called) => {
      const vendor = vendorForm()
      vendor.form[name] = called ? () => value : value
      let guided = true
      try {
        guide(vendor.form, SET, undefined, unexpected)
      } catch {
        guided = false
      }
      expect(document.querySelectorAll('[data-triple-a]')).toHaveLength(guided ? 1 : 0)
      if (!guided) expect(document.querySelector(`[${AWAY}]`)).toBeNull()
      document.body.replaceChildren()
    }), { numRuns: 300 })
  })
})

describe('waiting for forms', () => {
  let number = 500

  /** Listens for one form only: listeners stay as long as the page. */
  function waiting(change: (vendor: VendorForm) => void = () => undefined): { readonly vendor: VendorForm; readonly warnings: string[] } {
    vi.useFakeTimers()
    number += 1
    const vendor = vendorForm()
    vendor.form['identification'] = { id: number }
    change(vendor)
    const warnings: string[] = []
    listen({ set: SET, form: String(number), language: undefined, warn: problem => warnings.push(problem) })
    return { vendor, warnings }
  }

  function isGuided({ root }: VendorForm): boolean {
    return root.querySelector('[data-triple-a]') !== null
  }

  it('guides through a form once it is drawn, and once only', () => {
    const { vendor, warnings } = waiting()
    fire('init', vendor.form)
    expect(isGuided(vendor)).toBe(false)
    fire('show', vendor.form)
    vi.runAllTimers()
    expect(vendor.root.querySelectorAll('[data-triple-a]')).toHaveLength(1)
    fire('show', vendor.form)
    vi.runAllTimers()
    expect(vendor.root.querySelectorAll('[data-triple-a]')).toHaveLength(1)
    expect(warnings).toEqual([])
  })

  it('waits for a pop-up to be shown, and for a form that still fetches itself', () => {
    for (const [name, value] of [['visible', false], ['loading', true]] as const) {
      const { vendor, warnings } = waiting()
      vendor.root.remove()
      vendor.form[name] = value
      fire('init', vendor.form)
      vi.runAllTimers()
      expect(warnings).toEqual([])
      document.body.append(vendor.root)
      vendor.form[name] = !value
      fire('show', vendor.form)
      vi.runAllTimers()
      expect(isGuided(vendor)).toBe(true)
    }
  })

  it('tells once why a form stays as it is', () => {
    const { vendor, warnings } = waiting(({ fields }) => { fields.pop() })
    fire('init', vendor.form)
    fire('show', vendor.form)
    vi.runAllTimers()
    fire('show', vendor.form)
    fire('send:success', vendor.form)
    vi.runAllTimers()
    expect(warnings).toEqual(['the form has no field LEAD_UF_CRM_ABC_TYPE'])
  })

  it('leaves other forms of the page alone', () => {
    const { warnings } = waiting()
    const other = vendorForm()
    fire('init', other.form)
    vi.runAllTimers()
    expect(isGuided(other)).toBe(false)
    expect(warnings).toEqual([])
  })

  it('tells that an event tells nothing', () => {
    const { warnings } = waiting()
    window.dispatchEvent(new Event('b24:form:init'))
    window.dispatchEvent(new Event('b24:form:show'))
    expect(warnings).toEqual(['the form’s events tell nothing of the form'])
  })

  it('thanks for a form that was sent, begins anew when it is used again, and goes with it', () => {
    const { vendor } = waiting()
    fire('init', vendor.form)
    vi.runAllTimers()
    const status = (): string | null | undefined => vendor.root.querySelector('[data-triple-a]')?.shadowRoot?.querySelector('[role=status]')?.textContent
    fire('send:success', vendor.form)
    expect(status()).toContain('Спасибо')
    fire('field:focus', vendor.form)
    expect(status()).toBe('Вопрос 1 из 2')
    fire('destroy', vendor.form)
    expect(isGuided(vendor)).toBe(false)
  })
})
