import type { Trouble } from '#lib/messaging/trouble.ts'

const HALF_A_MINUTE = 30_000

interface Asked {
  readonly state: {
    readonly data:
      | { readonly outcome: 'ok' }
      | { readonly outcome: 'trouble'; readonly trouble: Trouble }
      | undefined
  }
}

/** How long until Salesforce is asked again by itself: only while nobody answers, and somebody looks on. */
export function untilAnswered({ state: { data } }: Asked): number | false {
  const isAway = data?.outcome === 'trouble' && /^(?:offline|unreachable)$/.test(data.trouble.kind)
  // A frame that is not displayed has no size.
  return isAway && innerWidth > 0 && HALF_A_MINUTE
}
