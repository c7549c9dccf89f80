import { useEffect, useState } from 'react'

/** How long nobody has typed before a search is made, in milliseconds. */
const PAUSE = 150

/** What every search may say. */
export interface Searched {
  /** A sentence when it could not search. */
  readonly problem?: string | undefined
}

/**
 * What was found last, and for which text; null before anything was. Nothing is sought while `search` is null. A late
 * answer to an earlier text is dropped, and what could not be searched is sought again once there is a network.
 */
export function useFound<Result extends Searched>(
  search: ((text: string) => Promise<Result>) | null,
  text: string,
): (Result & { readonly text: string }) | null {
  const [found, setFound] = useState<(Result & { readonly text: string }) | null>(null)
  useEffect(() => {
    if (!search) return
    const controller = new AbortController()
    const { signal } = controller
    const take = (result: Result) => {
      if (signal.aborted) return
      setFound({ ...result, text })
      if (result.problem !== undefined) addEventListener('online', ask, { signal, once: true })
    }
    const ask = () => void search(text).then(take)
    const timer = setTimeout(ask, text === '' ? 0 : PAUSE)
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [text, search])
  return found
}
