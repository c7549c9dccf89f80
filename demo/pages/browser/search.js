/** Shows what is found while the user types; a click elsewhere or a chosen record puts it away. */
export function listenToSearch() {
  const form = document.querySelector('.search')
  const found = form.querySelector('.found')
  const ask = async () => {
    const words = form.querySelector('input').value
    const answer = await fetch(`/demo/search?${new URLSearchParams({ q: words })}`)
    if (words !== form.querySelector('input').value) return
    found.innerHTML = answer.ok ? await answer.text() : ''
    found.hidden = words === ''
  }
  form.addEventListener('input', () => void ask())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void ask()
  })
  document.addEventListener('click', () => {
    found.hidden = true
  })
}
