/** The lead tab while questions are answered. */
import { arm } from '../../tests/browser/portal-side.ts'
import { preparePortal } from '../prepare-portal.ts'
import { LONG_SET } from './long-set.ts'
import { answered, changeLead, opened, saved, shown } from './state.ts'
import type { Scene, State } from './state.ts'

const SIGHT = 'Комплексная поставка облицовочного кирпича, тротуарной плитки и бортового камня для второй очереди жилого комплекса «Приморская набережная»'

async function toMoney(scene: Scene) {
  const card = await opened(scene)
  await card.press('1', '1')
  const sum = card.question.getByRole('textbox', { name: card.words.question.sum })
  await sum.waitFor()
  return { card, sum }
}

export const ANSWERING: readonly State[] = [
  {
    name: 'opening',
    about: 'the lead is on its way, the portal is slow',
    async reach(scene) {
      await arm(scene.stand, { method: 'crm.item.get', kind: 'hang' })
      const card = await shown(scene)
      await card.tab.click()
      await card.frame.getByText(card.words.head.opening).waitFor()
    },
  },
  { name: 'unanswered', about: 'nobody has qualified the lead', reach: scene => opened(scene) },
  {
    name: 'half-way',
    about: 'three questions are answered, one of them by a yes to the offer',
    async reach(scene) {
      const { card } = await toMoney(scene)
      await card.press('Backspace', '3', '1')
      await card.question.getByRole('textbox', { name: card.words.question.sum }).waitFor()
    },
  },
  {
    name: 'offer',
    about: 'the question about a good offer takes the place of the choices',
    async reach(scene) {
      const card = await opened(scene)
      await card.press('1', '3')
      await card.radio(card.words.basics.yes).waitFor()
    },
  },
  { name: 'complete', about: 'all that counts is answered', reach: scene => answered(scene) },
  {
    name: 'decided-early',
    about: 'the class is settled and the rest is optional',
    async reach(scene) {
      const card = await opened(scene)
      await card.press('3')
      await card.main.getByText(card.words.result.decided('C')).waitFor()
    },
  },
  {
    name: 'all-unknown',
    about: 'the client knows nothing',
    async reach(scene) {
      const card = await opened(scene)
      await card.press('0', '0', '0', '0', '0')
      await card.question.getByRole('heading', { name: card.words.end.allAsked }).waitFor()
    },
  },
  {
    name: 'amount-typed',
    about: 'a sum is typed and has picked its band',
    async reach(scene) {
      const { card, sum } = await toMoney(scene)
      await sum.fill('350 000')
      await card.question.getByRole('radio', { checked: true }).waitFor()
    },
  },
  {
    name: 'amount-wrong',
    about: 'what was typed is no sum',
    async reach(scene) {
      const { card, sum } = await toMoney(scene)
      await sum.fill('полмиллиона')
      await card.question.getByRole('alert').filter({ hasText: card.words.question.sumWrong }).waitFor()
    },
  },
  {
    name: 'beside-the-choices',
    about: 'objections and the way for an answer that fits no choice are open',
    async reach(scene) {
      const card = await opened(scene)
      await card.use(card.question.locator('summary'))
      await card.use(card.button(card.words.question.noFit))
      await card.question.getByRole('textbox', { name: card.words.question.noFitLabel }).waitFor()
    },
  },
  {
    name: 'note',
    about: 'a note of several lines is typed',
    async reach(scene) {
      const card = await opened(scene)
      await card.question.getByRole('textbox', { name: card.words.question.note }).fill('Строит второй дом, первый мы поставляли в мае.\nПросит образцы на площадку.\nПерезвонить после 15:00.')
      await card.press('Tab')
    },
  },
  {
    name: 'keys-help',
    about: 'the keys are explained',
    async reach(scene) {
      const card = await opened(scene)
      await card.press('F1')
      await card.frame.getByRole('dialog', { name: card.words.keys.title }).waitFor()
    },
  },
  {
    name: 're-qualified',
    about: 'a saved lead is gone through again',
    async reach(scene) {
      const card = await answered(scene)
      await card.press('0')
      await saved(card)
      await scene.page.reload()
      await card.openTab()
      await card.use(card.button(card.words.end.again))
      await card.press('Enter', '2', '0')
      await card.question.getByRole('textbox', { name: card.words.question.sum }).waitFor()
    },
  },
  {
    name: 'read-only',
    about: 'who may only read sees the answers of others',
    async reach(scene) {
      await saved(await answered(scene))
      const card = await shown(scene, { user: 'manager2' })
      await card.openTab()
      await card.main.getByText(card.words.trouble.notes.readOnly).waitFor()
    },
  },
  {
    name: 'converted',
    about: 'the lead was converted to a deal',
    async reach(scene) {
      const card = await opened(scene, { lead: 19 })
      await card.press('1', '1', '1', '1')
      await card.question.getByText(card.words.question.optional, { exact: true }).waitFor()
    },
  },
  {
    name: 'long-names',
    about: 'names and title are long',
    async reach(scene) {
      await changeLead(scene, { title: SIGHT, name: 'Александра-Мария-Елизавета', lastName: 'Константинопольская-Преображенская', sourceId: 'WEBFORM' })
      await answered(scene)
    },
  },
  {
    name: 'long-set',
    about: 'a set of five questions with nine long choices each',
    async reach(scene) {
      await preparePortal(scene.stand.portalUrl, [LONG_SET])
      const card = await opened(scene)
      await card.press('2', '4', '1')
      await card.question.getByRole('textbox', { name: card.words.question.sum }).waitFor()
      await card.press('4')
      await card.question.getByRole('radio').nth(8).waitFor()
    },
  },
]
