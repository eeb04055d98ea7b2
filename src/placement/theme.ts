/** Light or dark, as the browser asks: the portal tells an app nothing of its own looks. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    document.documentElement.classList.toggle('dark', dark.matches)
    document.documentElement.classList.toggle('light', !dark.matches)
  }
  dark.addEventListener('change', apply)
  apply()
}
