/** What every chunk stands on, in one file: one request instead of a handful of crumbs. */
export const BASE_CHUNK = {
  name: 'base',
  test: /rolldown[/:]runtime|node_modules\/(?:@vue|vue|pinia|valibot)\/|src\/i18n\/(?:plural|format|words)\.ts/,
}
