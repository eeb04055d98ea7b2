// @ts-check

/**
 * A row of tabs by the keyboard rules of the tab pattern: arrows, Home and End move and show.
 * Hidden panels stay in the document, so whatever runs in them goes on.
 * @param {HTMLElement} card
 * @param {(panel: HTMLElement) => void} onShow called each time a panel comes to the front
 * @returns {{ show: (index: number) => void }}
 */
export function mountTabs(card, onShow) {
  const tabs = /** @type {HTMLElement[]} */ ([...card.querySelectorAll('[role=tab]')])

  /** @param {number} index */
  function show(index) {
    const wanted = tabs[(index + tabs.length) % tabs.length]
    for (const tab of tabs) {
      const selected = tab === wanted
      tab.setAttribute('aria-selected', String(selected))
      tab.tabIndex = selected ? 0 : -1
      const panel = panelOf(tab)
      panel.hidden = !selected
      if (selected) onShow(panel)
    }
    return wanted
  }

  /** @param {HTMLElement} tab */
  function panelOf(tab) {
    const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '')
    if (!panel) throw new Error('A tab without its panel.')
    return panel
  }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => show(index))
    tab.addEventListener('keydown', ({ key }) => {
      const goal = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[key]
      if (goal !== undefined) show(goal)?.focus()
    })
  }
  return { show }
}
