/**
 * Calls the listener after each navigation within the page. Chromium's Navigation API sees the page's own
 * `pushState` from the isolated world; `currententrychange` fires once the address is the new one.
 */
export function onAddressChange(listener: () => void, signal: AbortSignal): void {
  navigation.addEventListener('currententrychange', listener, { signal })
  addEventListener('popstate', listener, { signal })
  addEventListener('hashchange', listener, { signal })
}
