export const setUp = {
  title: 'Настройка портала',
}
