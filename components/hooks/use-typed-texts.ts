import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'

/** Texts by the name of the box they stand in. */
export type Texts = Readonly<Record<string, string>>

const textsSchema = z.record(z.string(), z.string())

/** The texts that were stored; none where nothing was. */
export const textsIn = (stored: unknown): Texts => textsSchema.safeParse(stored).data ?? {}

/**
 * What stands in the boxes of a surface and was not sent yet, by the name of the box. It outlives the surface, which
 * a page can take away at any moment, and goes with the browser.
 */
export function useTypedTexts(about: string) {
  const key = `typed:${about}`
  const latest = useRef<Texts>({})
  const [typed, setTyped] = useState<Texts>({})
  const put = useCallback((next: Texts) => {
    latest.current = next
    setTyped(next)
  }, [])
  useEffect(() => {
    let isCurrent = true
    const recall = async () => {
      const { [key]: stored } = await chrome.storage.session.get(key)
      if (isCurrent) put({ ...textsIn(stored), ...latest.current })
    }
    void recall()
    return () => {
      isCurrent = false
    }
  }, [key, put])
  const type = useCallback(
    (name: string, text: string) => {
      const { [name]: _, ...others } = latest.current
      const next = text === '' ? others : { ...others, [name]: text }
      put(next)
      void chrome.storage.session.set({ [key]: next })
    },
    [key, put],
  )
  return { typed, type, latest }
}
