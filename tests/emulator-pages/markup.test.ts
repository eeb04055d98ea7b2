import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bbCode } from '../../emulator/pages/bb-code.ts'
import { html, jsonForScript } from '../../emulator/pages/html.ts'

describe('html templates', () => {
  it('escape texts and keep what is HTML already', () => {
    expect(html`<p title="${'"a" & \'b\''}">${'<b>'}${html`<i>${1}</i>`}${undefined}${false}</p>`.text)
      .toBe('<p title="&quot;a&quot; &amp; &#39;b&#39;">&lt;b&gt;<i>1</i></p>')
  })

  it('keep JSON readable and let no text end the script', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const { text } = jsonForScript(value)
      expect(text).not.toContain('<')
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }))
  })
})

describe('BB codes', () => {
  it('become bold, links and lines', () => {
    expect(bbCode('[B]Code[/B] AAB\n[url=/crm/lead/details/1/]lead[/url] [url]https://a.example/?x=1[/url]').text).toBe(
      '<strong>Code</strong> AAB<br><a href="/crm/lead/details/1/" rel="noreferrer">lead</a> '
      + '<a href="https://a.example/?x=1" rel="noreferrer">https://a.example/?x=1</a>',
    )
  })

  it('stay text when they lead elsewhere than to a page', () => {
    expect(bbCode('[url=javascript:alert(1)]x[/url][url=//evil.example]y[/url]').text).not.toContain('<a')
  })

  it('do not dress a part of an address', () => {
    expect(bbCode('[url=https://a[b]x[/b]]y[/url]').text).not.toContain('<a')
  })

  it('never let markup of the text through', () => {
    const piece = fc.constantFrom('[b]', '[/b]', '[url=', 'https://a', ']', '[/url]', '[url]', '"', '\'', '<', '>', ' onclick=', '\n', 'x')
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const rest = bbCode(pieces.join('')).text
        .replaceAll(/<\/?(strong|em|u|s)>|<br>|<\/a>|<a href="[^"<>\s]*" rel="noreferrer">/g, '')
      expect(rest).not.toMatch(/[<>"]/)
    }), { numRuns: 2000 })
  })
})
