// @ts-check
/**
 * A CRM form in a site's page: what other scripts of the page see of it (events of the window, methods, fields) is as in the vendor's
 * form; its looks are plain.
 */
{
  /** @typedef {{ name: string, type: string, label: string, required: boolean, items: { label: string, value: string }[] }} FieldOptions */
  /** @typedef {{ id: number, sec: string, language: string, words: Record<string, string>, fields: FieldOptions[], agreements: { name: string, label: string }[] }} FormOptions */

  const ACTION = '/bitrix/services/main/ajax.php?action=crm.site.form.fill'

  /**
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {string} className
   * @param {...(Node | string)} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  const make = (tag, className, ...children) => {
    const made = document.createElement(tag)
    if (className) made.className = className
    made.append(...children)
    return made
  }

  /** One of a list's items; its control follows it. */
  class Item {
    #selected = false

    /** @param {string} label @param {string} value @param {() => void} changed */
    constructor(label, value, changed) {
      this.label = label
      this.value = value
      this.changed = changed
    }

    get selected() {
      return this.#selected
    }

    set selected(selected) {
      this.#selected = selected
      this.changed()
    }
  }

  class Field {
    visible = true
    multiple = false

    /** @param {FieldOptions} options @param {Record<string, string>} words @param {(type: string, field: Field) => void} emit */
    constructor(options, words, emit) {
      this.name = options.name
      this.type = options.type
      this.label = options.label
      this.required = options.required
      this.words = words
      this.items = options.items.map(({ label, value }) => new Item(label, value, () => this.draw()))
      this.control = this.type === 'list' ? document.createElement('select') : document.createElement('input')
      this.control.className = 'b24-form-control'
      if (this.control instanceof HTMLSelectElement) this.control.append(new Option(words['notChosen'], ''), ...this.items.map(({ label, value }) => new Option(label, value)))
      else this.control.type = this.type === 'phone' ? 'tel' : this.type === 'email' ? 'email' : this.type === 'hidden' ? 'hidden' : 'text'
      this.control.addEventListener('change', () => {
        if (this.type === 'list') this.choose(this.control.value)
        emit('change:selected', this)
      })
      this.control.addEventListener('focus', () => emit('focus', this))
      this.control.addEventListener('blur', () => emit('blur', this))
      this.alert = make('span', 'b24-form-control-alert-message')
    }

    /** @param {string} value */
    choose(value) {
      for (const item of this.items) item.selected = item.value === value
    }

    draw() {
      if (this.type === 'list') this.control.value = this.value()
    }

    item() {
      return this.items.find(({ selected }) => selected) ?? this.items[0] ?? this.control
    }

    values() {
      if (this.type === 'list') return this.items.filter(({ selected }) => selected).map(({ value }) => value)
      return this.control.value === '' ? [] : [this.control.value]
    }

    value() {
      return this.values()[0] ?? ''
    }

    /** An empty list is nothing to set. @param {string[]} values */
    setValues(values) {
      const [first] = values
      if (first === undefined) return
      if (this.type === 'list') this.choose(String(first))
      else this.control.value = String(first)
    }

    valid() {
      const isValid = !this.visible || !this.required || this.values().length > 0
      this.alert.textContent = isValid ? '' : this.words['fill'] ?? ''
      return isValid
    }

    reset() {
      this.choose('')
      this.control.value = ''
    }

    element() {
      if (this.type === 'hidden') return this.control
      const star = make('span', 'b24-form-control-required', ' *')
      star.hidden = !this.required
      const label = make('label', 'b24-form-control-container', make('span', 'b24-form-control-label', this.label, star), this.control)
      return make('div', `b24-form-field b24-form-field-${this.type}`, label, this.alert)
    }
  }

  class Form {
    visible = true
    loading = false
    sent = false
    error = false
    #id = `${Math.random()}`.slice(2)
    /** @type {Record<string, string>} */
    #properties = {}
    /** @type {Field[]} */
    #fields
    #state = make('p', 'b24-form-state')

    /** @param {FormOptions} options */
    constructor(options) {
      this.options = options
      this.language = options.language
      this.identification = { id: options.id, sec: options.sec }
      this.node = make('div', '')
      this.emit('init:before', options)
      this.pager = { iterable: () => false }
      this.#fields = options.fields.map(one => new Field(one, options.words, (type, field) => this.emit(`field:${type}`, { type, field })))
      this.agreements = options.agreements.map(({ name, label }) => {
        const box = document.createElement('input')
        box.type = 'checkbox'
        return { name, label, box, value: () => box.checked ? 'Y' : 'N' }
      })
      document.querySelector(`script[data-b24-form$="/${options.id}/${options.sec}"]`)?.after(this.node)
      this.show()
      this.emit('init')
      this.#render()
      this.emit('view')
    }

    /** @param {string} type @param {unknown} [data] */
    emit(type, data = {}) {
      window.dispatchEvent(new CustomEvent(`b24:form:${type}`, { detail: { object: this, data } }))
    }

    #render() {
      const { words } = this.options
      const send = make('button', 'b24-form-btn', words['send'] ?? '')
      const agreements = this.agreements.map(({ label, box }) => make('label', 'b24-form-field-agreement', box, label))
      const form = make('form', '', make('div', '', ...this.#fields.map(field => field.element())), ...agreements, make('div', 'b24-form-btn-container', send))
      form.noValidate = true
      form.method = 'post'
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        this.submit()
      })
      this.#state.setAttribute('role', 'status')
      // as there, an element of its own takes the place of the node
      const root = make('div', 'b24-form', make('div', 'b24-form-wrapper',
        make('h2', 'b24-form-header-title', words['title'] ?? ''), make('div', 'b24-form-content', form), this.#state))
      root.id = `b24-${this.#id}`
      this.node.replaceWith(root)
    }

    getId() {
      return this.#id
    }

    getFields() {
      return this.#fields
    }

    show() {
      this.visible = true
      this.emit('show:first')
      this.emit('show')
    }

    hide() {
      this.visible = false
      this.emit('hide')
    }

    /** @param {string} key @param {string} value */
    setProperty(key, value) {
      this.#properties[key] = value
    }

    /** @param {string} key */
    getProperty(key) {
      return this.#properties[key]
    }

    /** By type or by name. @param {Record<string, string | string[]>} values */
    setValues(values) {
      for (const field of this.#fields) {
        const value = values[field.type] ?? values[field.name]
        if (value !== undefined) field.setValues(Array.isArray(value) ? value : [value])
      }
    }

    values() {
      return Object.fromEntries(this.#fields.filter(({ visible }) => visible).map(field => [field.name, field.values()]))
    }

    valid() {
      const { words } = this.options
      const isFilled = this.#fields.filter(field => !field.valid()).length === 0
      const isAgreed = this.agreements.every(({ box }) => box.checked)
      this.#state.textContent = isFilled && !isAgreed ? words['agree'] ?? '' : ''
      return isFilled && isAgreed
    }

    reset() {
      for (const field of this.#fields) field.reset()
    }

    submit() {
      if (this.loading || !this.valid()) return false
      this.loading = true
      this.error = false
      const eventData = { promise: Promise.resolve() }
      this.emit('submit', eventData)
      const { id, sec, language, words } = this.options
      eventData.promise
        .then(() => {
          const data = new FormData()
          const given = {
            id, sec, lang: language, values: JSON.stringify(this.values()), properties: JSON.stringify(this.#properties),
            consents: JSON.stringify(Object.fromEntries(this.agreements.map(one => [one.name, one.value()]))),
            recaptcha: '', timeZoneOffset: new Date().getTimezoneOffset(), trace: '', security_sign: '',
          }
          for (const [name, value] of Object.entries(given)) data.set(name, String(value))
          this.emit('submit:post:before', { data })
          return fetch(ACTION, { method: 'POST', body: data })
        })
        .then(answer => answer.json())
        .then(({ result }) => {
          this.loading = false
          this.sent = true
          this.#state.textContent = result.message
          this.error = !result.resultId
          if (!this.error) this.emit('send:success', result)
        })
        .catch((/** @type {unknown} */ error) => {
          this.loading = false
          this.error = true
          this.#state.textContent = words['failed'] ?? ''
          this.emit('send:error', error)
        })
      return false
    }

    destroy() {
      this.emit('destroy')
      document.getElementById(`b24-${this.#id}`)?.remove()
    }
  }

  Reflect.set(window, 'b24form', { open: (/** @type {FormOptions} */ options) => new Form(options) })
}
