/** Puts a text on the clipboard; false where the browser lets nobody do that. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // The page around the panel may keep the clipboard from it: the older way asks for a press only.
    return copiedFromBox(text)
  }
}

function copiedFromBox(text: string): boolean {
  const before = document.activeElement
  const box = document.createElement('textarea')
  box.value = text
  box.setAttribute('aria-hidden', 'true')
  Object.assign(box.style, { position: 'fixed', opacity: '0' })
  // Nothing outside an open dialog can be selected.
  const place = before?.closest('dialog') ?? document.body
  place.append(box)
  box.focus()
  box.select()
  const isCopied = document.execCommand('copy')
  box.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
