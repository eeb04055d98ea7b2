/** Options of the b24ui plugin, the same for the build and for component tests. */
import type { Bitrix24UIOptions } from '@bitrix24/b24ui-nuxt/unplugin'

/**
 * `prose` alone changes nothing, the deprecated `mdc` has to go with it. `colorMode` is off because the portal decides
 * between light and dark: the class is put on `<html>` by us. Checkboxes of the kit have an accessible name and a label
 * that can be clicked only in a variant that draws a `<label>`.
 */
export const KIT_OPTIONS: Bitrix24UIOptions = {
  router: false,
  colorMode: false,
  prose: false,
  mdc: false,
  autoImport: false,
  experimental: { componentDetection: true },
  b24ui: {
    checkbox: { defaultVariants: { variant: 'list' } },
    checkboxGroup: { defaultVariants: { variant: 'list' } },
  },
}
