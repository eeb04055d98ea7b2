import type { Lang } from '../pages/words.ts'

/** Texts of the form and of the site's page; Russian has to have every one of them. */
const en = {
  site: 'Sunny windows',
  siteText: 'This page plays a company’s site. The form below is the portal’s own; what is sent becomes a lead.',
  title: 'Ask for an offer',
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  consent: 'I agree to the processing of my personal data',
  send: 'Send',
  fill: 'Please fill this in.',
  agree: 'We cannot take the request without your consent.',
  sent: 'The request has been sent.',
  failed: 'The request could not be sent. Please try again.',
  notChosen: 'not chosen',
}

export type FormWords = typeof en

const ru: FormWords = {
  site: 'Солнечные окна',
  siteText: 'Эта страница изображает сайт компании. Форма ниже — форма самого портала: отправленное становится лидом.',
  title: 'Рассчитать заказ',
  name: 'Имя',
  phone: 'Телефон',
  email: 'Эл. почта',
  consent: 'Согласен на обработку персональных данных',
  send: 'Отправить',
  fill: 'Заполните это поле.',
  agree: 'Без согласия мы не можем принять заявку.',
  sent: 'Заявка отправлена.',
  failed: 'Заявку не удалось отправить. Попробуйте ещё раз.',
  notChosen: 'не выбрано',
}

export const FORM_WORDS: Readonly<Record<Lang, FormWords>> = { ru, en }
