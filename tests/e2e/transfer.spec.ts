import type { Frame, Page } from '@playwright/test'
import type { Org } from '#demo/org/org.ts'
import { violationsIn } from './axe.ts'
import { compositeCalls } from './calls.ts'
import { ana, ben, brightwater, mara } from './cast.ts'
import { handoffs, rows } from './holdings.ts'
import { submit } from './sending.ts'
import { deskOf, expect, openDraft, openPanel, test } from './stage.ts'

test.describe.configure({ timeout: 300_000 })

const shots = process.env['SEGUE_SHOTS']

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `${shots}/transfer-${name}-${colorScheme}.png` })
  }
}

test('a deal changes hands with its team, is given back, and changes hands again', async ({
  rep,
  org,
  openBrowser,
}) => {
  await submit(await openDraft(rep))
  const [handoff] = handoffs(org)
  const decided = { Status__c: 'Accepted', Decided_At__c: new Date().toISOString() }
  org.as(ana.id).update('Handoff__c', String(handoff?.['Id']), decided)
  const before = teamOf(org)

  await test.step('the old owner sees what would happen, and gives it away in one call', async () => {
    org.calls.clear()
    await rep.reload()
    const panel = await openPanel(rep)
    await expect(boxIn(panel)).toContainText('Ana Ferreira owns the deal')
    await expect.poll(() => compositeCalls(org)).toEqual(['POST 200'])
    await shoot(rep, 'waiting')
    org.calls.clear()
    await boxIn(panel).getByRole('button', { name: 'Transfer now…' }).click()
    const sheet = panel.getByRole('dialog', { name: 'Transfer the deal to Ben Kowalski' })
    await expect(sheet).toContainText('Task: Send SSO set-up guide to Koen')
    await expect(sheet).toContainText('Ben Kowalski puts it back')
    expect(compositeCalls(org)).toEqual(['POST 200'])
    // A button that has just been armed is still changing its colours.
    await expect.poll(() => violationsIn(panel)).toEqual([])
    await shoot(rep, 'sheet')
    await sheet.getByRole('button', { name: 'Transfer to Ben Kowalski' }).click()
    await expect.poll(() => ownerOf(org)).toBe(ben.name)
    expect(compositeCalls(org)).toEqual(['POST 200', 'POST 200'])
    await expect(boxIn(panel)).toContainText('Ben Kowalski owns the deal. Changed on')
    await expect(boxIn(panel)).toContainText('Still to be put back')
    await shoot(rep, 'moved')
  })

  await test.step('the new owner puts the team back', async () => {
    const desk = await deskOf(org, await openBrowser(), ben.name)
    const panel = await openPanel(desk)
    await boxIn(panel).getByRole('button', { name: 'Put the team back…' }).click()
    const sheet = panel.getByRole('dialog', { name: 'Put the team back' })
    await expect(sheet).toContainText('Mara Delacroix, Executive Sponsor, can edit')
    await shoot(desk, 'put-back')
    await sheet.getByRole('button', { name: 'Put them back' }).click()
    await expect.poll(() => teamOf(org)).toEqual(['Ana Ferreira: Edit', 'Mara Delacroix: Edit'])
  })

  await test.step('the old owner cannot take it back, and asks the new one for it', async () => {
    await rep.reload()
    const panel = await openPanel(rep)
    await boxIn(panel).getByRole('button', { name: 'Undo the transfer…' }).click()
    const sheet = panel.getByRole('dialog', { name: 'Give the deal back to Ana Ferreira' })
    await expect(sheet).toContainText('Salesforce does not let you change the owner')
    await sheet.getByRole('button', { name: 'Ask Ben Kowalski to do it' }).click()
    await expect(sheet).toBeHidden()
    const asked = `SELECT Subject FROM Task WHERE OwnerId = '${ben.id}' AND Subject LIKE '%give%back%'`
    await expect.poll(() => rows(org, asked)).toHaveLength(1)
  })

  await test.step('somebody above both undoes it, with a reason, and does it again', async () => {
    const desk = await deskOf(org, await openBrowser(), mara.name)
    const panel = await openPanel(desk)
    await boxIn(panel).getByRole('button', { name: 'Undo the transfer…' }).click()
    const undo = panel.getByRole('dialog', { name: 'Give the deal back to Ana Ferreira' })
    await expect(undo).toContainText('put back in the same step')
    await expect(undo.getByRole('button', { name: 'Give it back' })).toBeDisabled()
    await undo.getByRole('textbox').fill('Ben is away until Monday.')
    await shoot(desk, 'undo')
    await undo.getByRole('button', { name: 'Give it back' }).click()
    await expect.poll(() => ownerOf(org)).toBe(ana.name)
    expect(teamOf(org)).toEqual(before)
    await expect(boxIn(panel)).toContainText('Ana Ferreira owns the deal again')
    // A button that has just been armed is still changing its colours.
    await expect.poll(() => violationsIn(panel)).toEqual([])
    await boxIn(panel).getByRole('button', { name: 'Transfer again…' }).press('Enter')
    const again = panel.getByRole('dialog', { name: 'Transfer the deal to Ben Kowalski' })
    await again.getByRole('radio', { name: /^Read it/ }).check()
    await again.getByRole('textbox').fill('Ben is back.')
    await shoot(desk, 'again')
    await again.getByRole('button', { name: 'Transfer to Ben Kowalski' }).click()
    await expect.poll(() => ownerOf(org)).toBe(ben.name)
    expect(teamOf(org)).toEqual(['Ana Ferreira: Read', 'Mara Delacroix: Edit'])
    await expect(boxIn(panel)).toContainText('“Ben is back.”')
    await shoot(desk, 'done')
  })

  const kinds = rows(org, 'SELECT Kind__c FROM Handoff_Event__c ORDER BY Name')
  expect(kinds.map((event) => event['Kind__c']).filter((kind) => kind !== 'Viewed')).toEqual([
    'Submitted',
    'Transfer_Done',
    'Team_Restored',
    'Commented',
    'Transfer_Undone',
    'Transfer_Done',
  ])
})

const boxIn = (panel: Frame) => panel.getByRole('region', { name: 'Owner of the deal' })

function ownerOf(org: Org): unknown {
  const [deal] = rows(org, `SELECT Owner.Name FROM Opportunity WHERE Id = '${brightwater.id}'`)
  const owner = deal?.['Owner']
  return typeof owner === 'object' && owner !== null && 'Name' in owner ? owner.Name : undefined
}

function teamOf(org: Org): readonly string[] {
  const team = rows(
    org,
    `SELECT Name, OpportunityAccessLevel FROM OpportunityTeamMember
      WHERE OpportunityId = '${brightwater.id}'`,
  )
  return team
    .map((row) => `${String(row['Name'])}: ${String(row['OpportunityAccessLevel'])}`)
    .toSorted()
}
