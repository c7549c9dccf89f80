/** Calls once the page is seen: a frame that was only made ready is not displayed, and has no size. */
export function whenShown(then: () => void): void {
  if (innerWidth > 0) return then()
  addEventListener('resize', () => whenShown(then), { once: true })
}
