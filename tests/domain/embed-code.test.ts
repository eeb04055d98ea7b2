import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { FORM_MODES, parseEmbedCode } from '../../src/domain/embed-code.ts'
import type { EmbedCode, EmbedProblem } from '../../src/domain/embed-code.ts'
import { PRESETS } from '../../src/domain/presets/all.ts'
import { publicSetOf } from '../../src/domain/public-set.ts'
import type { Places } from '../../src/domain/public-set.ts'
import { choicesOf } from '../../src/domain/question-set.ts'
import type { QuestionSet } from '../../src/domain/question-set.ts'
import { isScriptAddress, printSnippet, setInSnippet } from '../../src/domain/site-snippet.ts'

const CLOUD = 'https://cdn-ru.bitrix24.ru/b123456/crm/form/loader_12.js'
const BOX = 'https://crm.example.org/upload/crm/form/loader_12_abcdef.js'

function embed(mark = 'inline/12/abcdef', loader = CLOUD): string {
  return `<script data-b24-form="${mark}" data-skip-moving="true">(function (w, d, u) { const s = d.createElement('script'); s.src = u; d.head.append(s) })(window, document, '${loader}');</script>`
}

const entities = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;')

function placesOf(set: QuestionSet): Places {
  return {
    answers: Object.fromEntries(set.questions.map(({ id }) => [id, `UF_CRM_ABC_${id.toUpperCase()}`])),
    choices: Object.fromEntries(set.questions.map(question => [question.id, Object.fromEntries(choicesOf(question).map(({ id }, at) => [id, at + 101]))])),
    results: { set: 'UF_CRM_ABC_SET' },
  }
}

const publicOf = (set: QuestionSet) => publicSetOf(set, placesOf(set))
const [first] = PRESETS.map(publicOf)
if (!first) throw new Error('there are no presets')

describe('a pasted embed code', () => {
  it.each<[string, string, Partial<EmbedCode>]>([
    ['of a form in the page', embed(), { mode: 'inline', form: '12', secret: 'abcdef', loader: CLOUD }],
    ['of a pop-up', embed('auto/7/x1y2z3'), { mode: 'auto', form: '7', secret: 'x1y2z3' }],
    ['of a button that opens it', `${embed('click/12/abcdef')}<button>Написать нам</button>`, { mode: 'click', code: embed('click/12/abcdef') }],
    ['of a portal on an own server', embed('inline/12/abcdef', BOX), { loader: BOX }],
    ['pasted twice', `${embed()}\n${embed()}`, { form: '12', code: embed() }],
    ['with its signs as entities', entities(embed()), { form: '12', code: embed() }],
    ['inside our own snippet', printSnippet({ mode: 'inline', form: '12', secret: 'abcdef', loader: CLOUD, code: embed() }, first, 'https://a.example/f.js'), { code: embed() }],
  ])('%s is read', (_, text, expected) => {
    expect(parseEmbedCode(text)).toMatchObject({ ok: true, value: expected })
  })

  it.each<[string, string, EmbedProblem]>([
    ['nothing', ' \n', 'empty'],
    ['the address of the form', 'https://b24-ab12.bitrix24.site/crm_form_x1/', 'link'],
    ['the widget of a site', `<script>(function (u) {})('https://cdn-ru.bitrix24.ru/b1/crm/site_button/loader_1_ab.js')</script>`, 'button'],
    ['a code that does not end', embed().slice(0, 90), 'cut'],
    ['a code without the secret', embed('inline/12'), 'cut'],
    ['a way of showing that is not known', embed('sideways/12/abcdef'), 'cut'],
    ['a code without its loader', '<script data-b24-form="inline/12/abcdef"></script>', 'loader'],
    ['codes of two forms', embed() + embed('inline/13/ffffff'), 'several'],
    ['some text', 'Здравствуйте', 'other'],
  ])('%s is refused and told', (_, text, problem) => {
    expect(parseEmbedCode(text)).toEqual({ ok: false, error: problem })
  })
})

describe('a snippet for a site', () => {
  it('gives back form, code and set, whatever they are', () => {
    const parts = fc.record({
      mode: fc.constantFrom(...FORM_MODES), form: fc.integer({ min: 1, max: 99_999 }).map(String), secret: fc.stringMatching(/^[a-z0-9]{1,32}$/),
      set: fc.constantFrom(...PRESETS.map(publicOf)), text: fc.string(),
    })
    fc.assert(fc.property(parts, ({ mode, form, secret, set, text }) => {
      const [question, ...rest] = set.questions
      const said = question ? { ...set, questions: [{ ...question, wording: { ...question.wording, [set.defaultLanguage]: text } }, ...rest] } : set
      const code = embed(`${mode}/${form}/${secret}`)
      const snippet = printSnippet({ mode, form, secret, loader: CLOUD, code }, said, 'https://app.example/triple-a-form.js?a=1&b=2')
      expect(parseEmbedCode(snippet)).toEqual({ ok: true, value: { mode, form, secret, loader: CLOUD, code } })
      expect(setInSnippet(snippet)).toEqual(said)
    }))
  })

  it.each(PRESETS.map(set => [set.id, set] as const))('tells nothing of what the business makes of an answer in %s', (_, set) => {
    const secrets = { rule: 'SECRET-RULE', hint: 'SECRET-HINT' }
    const text = { ru: secrets.hint, en: secrets.hint }
    const marked = { ...set, questions: set.questions.map(question => ({ ...question, hint: text })), classRules: set.classRules.map(rule => ({ ...rule, id: secrets.rule })) }
    const snippet = printSnippet({ mode: 'inline', form: '1', secret: 'a', loader: CLOUD, code: embed() }, publicOf(marked), 'https://a.example/f.js')
    expect(Object.values(secrets).filter(secret => snippet.includes(secret))).toEqual([])
    const held = /data-set='([^']*)'/.exec(snippet)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const keys = new Set([...held.matchAll(/"(\w+)":/g)].map(([, key]) => key))
    expect([...keys].filter(key => !['format', 'id', 'version', 'defaultLanguage', 'languages', 'reference', 'questions', 'field', 'wording', 'ru', 'en', 'choices', 'label', 'item', 'askIf', 'question'].includes(key ?? ''))).toEqual([])
  })

  it.each([['https://app.example/triple-a-form.js', true], ['http://localhost:5173/f.js', true], ['http://shop.example/f.js', false], ['javascript:alert(1)', false], ['f.js', false]])('loads the script from %s: %s', (address, may) => {
    expect(isScriptAddress(address)).toBe(may)
  })
})
