import { expect } from '@playwright/test'
import { brightwater } from '../../e2e/cast.ts'
import { openDraft } from '../../e2e/stage.ts'
import { typedIn, whenShown } from '../../e2e/typing-watch.ts'
import type { Bar } from './bar.ts'
import { draftOfOurs } from './our-draft.ts'
import { estimate } from './statistics.ts'
import { inRounds, type Terms } from './terms.ts'

const question = 'Why now'

/** F45: from a word typed in the panel of one tab until the panel of another shows it. */
export async function measureTwoTabs(terms: Terms): Promise<readonly Bar[]> {
  const { contenders, rounds, random, site } = terms
  const typing = (await draftOfOurs(terms)).getByRole('textbox', { name: question })
  const beside = await contenders.ours.context.newPage()
  // Another address of the same record: the driver tells tabs apart by their address.
  await beside.goto(`https://${site.org.hosts.lightning}/lightning/r/${brightwater.id}/view`)
  const shown = (await openDraft(beside)).getByRole('textbox', { name: question })
  const times = await inRounds(rounds, async (round) => {
    const text = `Said ${round} times.`
    const typed = await typing.evaluateHandle(typedIn)
    const seen = shown.evaluate(whenShown, text)
    await typing.fill(text)
    return (await seen) - (await typed.evaluate(({ at }) => at))
  })
  await expect(shown).toHaveValue(`Said ${times.length + 1} times.`)
  await beside.close()
  return [
    {
      id: 'F45',
      what: 'a word typed in one tab until another shows it, 95th of 100',
      target: 100,
      unit: 'ms',
      measured: estimate(times, 0.95, random),
      gate: false,
    },
  ]
}
