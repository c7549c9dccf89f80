/** Shows on the toolbar icon how many handoffs wait for the user; nothing when none does. */
export async function showBadge(count: number): Promise<void> {
  await Promise.all([
    chrome.action.setBadgeText({ text: badgeText(count) }),
    chrome.action.setBadgeBackgroundColor({ color: '#0b5cab' }),
    chrome.action.setTitle({ title: badgeTitle(count) }),
  ])
}

/** At most three characters fit. */
export function badgeText(count: number): string {
  if (count === 0) return ''
  return count > 99 ? '99+' : String(count)
}

/** What the icon says on hover and to a screen reader. */
export function badgeTitle(count: number): string {
  if (count === 0) return 'Segue'
  return count === 1 ? 'Segue: 1 handoff waits for you' : `Segue: ${count} handoffs wait for you`
}
