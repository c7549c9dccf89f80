/** Keeps the page's main thread busy for the milliseconds, as heavy Lightning pages do. */
export function blockFor(milliseconds) {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

document.addEventListener('click', (event) => {
  const block = Number(event.target.closest?.('[data-block]')?.dataset.block)
  if (block > 0) blockFor(block)
})
