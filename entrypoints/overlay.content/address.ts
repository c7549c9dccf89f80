/**
 * Calls the listener after each navigation within the page. Chromium's Navigation API sees the page's own
 * `pushState` from the isolated world; `currententrychange` fires once the address is the new one.
 */
export function onAddressChange(listener: () => void, signal: AbortSignal): void {
  navigation.addEventListener('currententrychange', listener, { signal })
  addEventListener('popstate', listener, { signal })
  addEventListener('hashchange', listener, { signal })
}

/**
 * Calls when a page comes into sight that was there before: kept as the user left it, or made ready beforehand. Nothing
 * reached it until then.
 */
export function onComingIntoSight(listener: () => void, signal: AbortSignal): void {
  addEventListener('pageshow', ({ persisted }) => persisted && listener(), { signal })
  document.addEventListener('prerenderingchange', listener, { signal })
}

/** Whether the page was made ready for an address that its tab does not show yet. */
export const isMadeReady = (): boolean => Reflect.get(document, 'prerendering') === true
