/**
 * How the questionnaire looks. Style sheets are made by script, which a policy of `style-src 'self'` allows; what the page may set is
 * listed in the README.
 */

export const OWN_STYLE = `
:host { display: block; margin: 0 0 16px; font: inherit; color: var(--triple-a-text, inherit); font-family: var(--triple-a-font, inherit); text-align: start }
:host([hidden]) { display: none }
* { box-sizing: border-box }
[hidden] { display: none !important }
form, fieldset, p, h2 { margin: 0; padding: 0; border: 0; min-width: 0 }
form, fieldset, .stage { display: grid; gap: var(--triple-a-gap, 10px) }
progress { width: 100%; height: 6px; margin-bottom: var(--triple-a-gap, 10px); accent-color: var(--triple-a-accent, #0b57d0) }
.position { font-size: .875em }
.thanks { font-weight: 600 }
legend, h2 { padding: 0; margin: 0 0 var(--triple-a-gap, 10px); font: inherit; font-weight: 600; font-size: 1.125em; overflow-wrap: anywhere }
label { display: flex; gap: 10px; align-items: center; min-height: 44px; padding: 8px 12px; border: 1px solid var(--triple-a-line, currentColor); border-radius: var(--triple-a-radius, 8px); cursor: pointer; overflow-wrap: anywhere }
label.chosen { box-shadow: inset 0 0 0 1px var(--triple-a-line, currentColor) }
input { flex: none; width: 18px; height: 18px; margin: 0; accent-color: var(--triple-a-accent, #0b57d0) }
.steps { display: flex; flex-wrap: wrap; gap: var(--triple-a-gap, 10px); margin-top: 6px }
button { min-height: 44px; padding: 8px 18px; font: inherit; color: inherit; background: transparent; border: 1px solid var(--triple-a-line, currentColor); border-radius: var(--triple-a-radius, 8px); cursor: pointer }
button.next { color: var(--triple-a-on-accent, #fff); background: var(--triple-a-accent, #0b57d0); border-color: var(--triple-a-accent, #0b57d0) }
:focus { outline: none }
button:focus-visible, label:focus-within { outline: 3px solid var(--triple-a-focus, currentColor); outline-offset: 2px }
[role=alert] { font-weight: 600 }
@media (prefers-reduced-motion: no-preference) {
  .stage { animation: arrive .18s ease-out }
  @keyframes arrive { from { opacity: .3 } }
}
`

/** What is put out of sight in the form itself; the attribute goes as soon as anything is wrong. */
export const AWAY = 'data-triple-a-away'
const FORM_STYLE = `[${AWAY}] { display: none !important }`

export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** Makes {@link AWAY} work in the page; throws in a browser that cannot make style sheets. */
export function adoptFormStyle(): void {
  const known = document.adoptedStyleSheets.some(sheet => sheet.cssRules[0]?.cssText.includes(AWAY))
  if (!known) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetOf(FORM_STYLE)]
}
