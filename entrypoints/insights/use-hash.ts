import { useSyncExternalStore } from 'react'

const read = () => location.hash.slice(1)

function listen(listener: () => void): () => void {
  const controller = new AbortController()
  addEventListener('hashchange', listener, { signal: controller.signal })
  return () => controller.abort()
}

/** What stands behind the # of the page's address: the browser's Back leads out of it again. */
export function useHash(): string {
  return useSyncExternalStore(listen, read)
}
