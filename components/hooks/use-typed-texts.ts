import { useCallback, useEffect, useRef, useState } from 'react'

/** Texts by the name of the box they stand in. */
export type Texts = Readonly<Record<string, string>>

/** The texts among what was stored. */
export function textsIn(stored: unknown): Texts {
  const all = Object.entries<unknown>(Object(stored))
  return Object.fromEntries(
    all.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  )
}

/**
 * What stands in the boxes of a surface and was not sent yet, by the name of the box. It outlives the surface, which
 * a page can take away at any moment, and goes with the browser. Each box is kept by itself: the same handoff can be
 * open in another tab, and what is typed there stays.
 */
export function useTypedTexts(about: string) {
  const place = `typed:${about}:`
  const latest = useRef<Texts>({})
  const [typed, setTyped] = useState<Texts>({})
  const put = useCallback((next: Texts) => {
    latest.current = next
    setTyped(next)
  }, [])
  useEffect(() => {
    let isCurrent = true
    const recall = async () => {
      const kept = Object.entries(await chrome.storage.session.get(null))
      const here = kept.filter(([key]) => key.startsWith(place))
      const stored = Object.fromEntries(here.map(([key, text]) => [key.slice(place.length), text]))
      if (isCurrent) put({ ...textsIn(stored), ...latest.current })
    }
    void recall()
    return () => {
      isCurrent = false
    }
  }, [place, put])
  const type = useCallback(
    (name: string, text: string) => {
      const { [name]: _, ...others } = latest.current
      put(text === '' ? others : { ...others, [name]: text })
      const { session } = chrome.storage
      void (text === '' ? session.remove(place + name) : session.set({ [place + name]: text }))
    },
    [place, put],
  )
  return { typed, type, latest }
}
