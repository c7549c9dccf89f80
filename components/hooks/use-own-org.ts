import { useEffect } from 'react'
import { inOrg } from '#lib/messaging/own-page.ts'

/** Keeps this page with the org whose API is at this host, from when it is known which that is. */
export function useOwnOrg(apiHost: string | undefined): void {
  useEffect(() => {
    if (apiHost !== undefined)
      history.replaceState(history.state, '', `${inOrg(apiHost)}${location.hash}`)
  }, [apiHost])
}
