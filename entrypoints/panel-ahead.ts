import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { aheadIn, askedAs } from '#lib/messaging/ahead.ts'
import { type Ask, createAsk, onFact } from '#lib/messaging/client.ts'

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** Asks for what the panel paints first, while its scripts are still on their way. */
export default defineUnlistedScript(async () => {
  const ahead = aheadIn(globalThis)
  const asking = createAsk(chrome.runtime, wait)
  const ask: Ask = (name, params) => {
    const answer = asking(name, params)
    ahead.keep(askedAs(name, params), answer)
    return answer
  }
  onFact(chrome.runtime, ahead.forget, new AbortController().signal)
  void ask('policy.read', {})
  const { opportunityId } = await ask('page.read', { pass: window.name })
  if (opportunityId === null) return
  void ask('context.read', { opportunityId, fresh: false })
  void ask('draft.read', { opportunityId })
  void ask('outbox.read', { opportunityId })
})
