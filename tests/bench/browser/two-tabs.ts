import { expect } from '@playwright/test'
import { brightwater } from '../../e2e/cast.ts'
import { openDraftBeside } from '../../e2e/stage.ts'
import { timeAcross } from '../../e2e/typing-watch.ts'
import type { Bar } from './bar.ts'
import { draftOfOurs } from './our-draft.ts'
import { estimate } from './statistics.ts'
import { inRounds, type Terms } from './terms.ts'

const question = 'Why now'

/** F45: from a word typed in the panel of one tab until the panel of another shows it. */
export async function measureTwoTabs(terms: Terms): Promise<readonly Bar[]> {
  const { contenders, rounds, random, site } = terms
  const typing = (await draftOfOurs(terms)).getByRole('textbox', { name: question })
  const beside = await openDraftBeside(contenders.ours.page, site.org, brightwater.id)
  const showing = beside.getByRole('textbox', { name: question })
  const times = await inRounds(rounds, (round) =>
    timeAcross(typing, showing, `Said ${round} times.`),
  )
  await expect(showing).toHaveValue(`Said ${times.length + 1} times.`)
  await beside.page().close()
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
