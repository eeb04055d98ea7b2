export const head = {
  opening: 'Открываем лид…',
  noName: 'Имя не указано',
  noTitle: 'Лид без названия',
  phone: 'Телефон',
  email: 'Почта',
  source: 'Источник',
  amount: 'Сумма',
  stage: 'Стадия',
  responsible: 'Ответственный',
  more: 'Ещё',
  repeatClient: 'Повторный клиент',
}
