/** Switches between the tabs of a record page, by mouse and by arrow keys. */
export function listenToTabs() {
  document.addEventListener('click', (event) => {
    const tab = event.target.closest?.('[role=tab]')
    if (tab) select(tab)
  })
  document.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const tab = event.target.closest?.('[role=tab]')
    if (step === undefined || !tab) return
    const all = [...tab.parentElement.children]
    const next = all.at((all.indexOf(tab) + step) % all.length)
    select(next)
    next.focus()
  })
}

function select(tab) {
  for (const one of tab.parentElement.children) {
    one.setAttribute('aria-selected', String(one === tab))
    document.getElementById(one.getAttribute('aria-controls')).hidden = one !== tab
  }
}

const SHOWN_FOR = 4000

/** Says something for a few seconds. */
export function toast(words, kind = '') {
  const box = document.createElement('div')
  box.className = `toast ${kind}`
  box.textContent = words
  document.querySelector('.toasts').append(box)
  setTimeout(() => box.remove(), SHOWN_FOR)
}
