import { useEffect } from 'react'
import type { OutboxItem } from '#lib/messaging/outbox-item.ts'
import { type Texts, textsIn, type useTypedTexts } from './use-typed-texts.ts'

const mark = 'sent:'

/** What the user gave up here, by the key of its operation. */
const givenUp = new Set<string>()

/** The user gives an operation up: what it took along is needed again. */
export function noteGivenUp(operationKey: string): void {
  givenUp.add(operationKey)
}

type Sending = Pick<OutboxItem, 'operationKey' | 'state' | 'action'>

const decisions: ReadonlySet<string> = new Set(['accept', 'decline'])
const refused: ReadonlySet<string> = new Set(['needs-attention', 'conflict'])

/** A decision that was refused is made again in its place. */
const isNeeded = (key: string, sending: Sending | undefined) =>
  givenUp.has(key) || (sending && decisions.has(sending.action) && refused.has(sending.state))

/**
 * Keeps what an act takes out of its boxes until Salesforce has it: when the act is given up, or is a decision that was
 * refused, it stands there again, or as soon as nothing newer does. Gives the way to tell that an act is on its way.
 */
export function useSentWords(
  { typed, type, latest }: ReturnType<typeof useTypedTexts>,
  sendings: readonly Sending[],
) {
  useEffect(() => {
    for (const [name, kept] of Object.entries(typed)) {
      if (!name.startsWith(mark)) continue
      const key = name.slice(mark.length)
      const boxes: Texts = textsIn(JSON.parse(kept))
      const sending = sendings.find((one) => one.operationKey === key)
      const isBack =
        isNeeded(key, sending) && !Object.entries(boxes).some(([box, text]) => text && box in typed)
      if (isBack) for (const [box, text] of Object.entries(boxes)) type(box, text)
      if (isBack || sending?.state === 'sent') type(name, '')
    }
  }, [typed, type, sendings])
  return (operationKey: string) => {
    const before = latest.current
    // Its boxes are emptied, or marked, as soon as it is on its way.
    setTimeout(() => {
      const taken = Object.entries(before).filter(([box]) => !(box in latest.current))
      // Where the words stay, it is marked that they were sent.
      const added = Object.keys(latest.current).filter((box) => !(box in before))
      const boxes = Object.fromEntries([...taken, ...added.map((box) => [box, ''])])
      if (Object.keys(boxes).length > 0) type(mark + operationKey, JSON.stringify(boxes))
    })
  }
}
