import type { Frame, Page } from '@playwright/test'
import type { Org } from '#demo/org/org.ts'
import { violationsIn } from './axe.ts'
import { ana, ben } from './cast.ts'
import { handoffOf } from './handed-over.ts'
import { handoffs, rows } from './holdings.ts'
import { deskOf, expect, openPanel, panelFrame, test } from './stage.ts'

test.describe.configure({ timeout: 180_000 })

const shots = process.env['SEGUE_SHOTS']

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` })
}

const me = { userId: ana.id, name: ana.name }
const at = new Date().toISOString()
const goal = {
  id: 'g1',
  useCase: 'Plan a depot in a morning',
  metric: 'hours',
  baseline: '20',
  target: '4 hours',
  by: '2027-06-30',
  validated: 'customer',
}
const answer = (value: object) => ({
  kind: 'given',
  value,
  provenance: { from: 'typed' },
  evidence: [],
  tier: 'everyone',
  by: me,
  at,
})

/** An express handoff of Ana's that waits for Ben. */
function submitted(org: Org): string {
  const success = answer({ type: 'successCriteria', rows: [goal] })
  return handoffOf(org, { status: 'Submitted', answers: { success } })
}

const inTransition = (panel: Frame) => panel.getByRole('region', { name: 'Transition' })

async function accept(panel: Frame): Promise<void> {
  const ticks = panel.getByRole('checkbox', { name: /^Read/ })
  await expect(ticks.first()).toBeVisible()
  for (const tick of await ticks.all()) if (await tick.isEnabled()) await tick.check()
  await panel.getByRole('button', { name: 'Accept…' }).click()
  const sheet = panel.getByRole('dialog', { name: 'Accept this handoff' })
  for (const box of await sheet.getByRole('textbox').all()) await box.fill('Four hours by June')
  await sheet.getByRole('checkbox').check()
  await sheet.getByRole('button', { name: 'Accept', exact: true }).click()
}

const tasksOf = (org: Org) =>
  rows(org, `SELECT Subject, ActivityDate, IsClosed, OwnerId, Description FROM Task`).filter(
    ({ Description }) => String(Description).includes('– Segue'),
  )

test('a handoff goes over by phases, and nothing is dropped', async ({ org, openBrowser }) => {
  submitted(org)
  const desk = await deskOf(org, await openBrowser(), ben.name)
  const panel = await openPanel(desk)

  await test.step('accepting plans the phases and makes the tasks', async () => {
    await expect(inTransition(panel)).toContainText('Shadow')
    await shoot(desk, 'before')
    await accept(panel)
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('Accepted')
    await expect(inTransition(panel).getByRole('heading', { name: 'Next steps' })).toBeVisible()
    expect(tasksOf(org).length).toBeGreaterThan(7)
    await inTransition(panel).scrollIntoViewIfNeeded()
    await shoot(desk, 'accepted')
    expect(await violationsIn(panel)).toEqual([])
  })

  await test.step('a gap is an error; the strip moves a boundary with the keyboard', async () => {
    await inTransition(panel).getByRole('button', { name: 'Change the days' }).click()
    const joint = panel.getByRole('group', { name: 'Joint' })
    const last = joint.getByLabel('Last day')
    const before = await last.inputValue()
    const early = new Date(Date.parse(before) - 2 * 86_400_000).toISOString().slice(0, 10)
    await last.fill(early)
    await expect(panel.getByText(/nobody speaks to the customer/)).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Save the days' })).toBeDisabled()
    await shoot(desk, 'gap')
    await last.fill(before)
    await panel.getByRole('slider', { name: 'Lead begins' }).press('ArrowRight')
    await shoot(desk, 'editing')
    await panel.getByRole('button', { name: 'Save the days' }).click()
    await expect.poll(() => String(handoffs(org)[0]?.['Phases__c'])).toContain('"ownPhases":true')
    await expect(inTransition(panel).getByRole('button', { name: 'Change the days' })).toBeVisible()
  })

  await test.step('a step is done by what was found, another by hand', async () => {
    const done = inTransition(panel).getByRole('button', { name: /^Done ?: Internal talk/ })
    await done.click()
    await expect
      .poll(() =>
        tasksOf(org).find(({ Description }) => /Milestone sync /.test(String(Description))),
      )
      .toMatchObject({ IsClosed: true })
    await expect.poll(() => handoffs(org)[0]?.['Status__c']).toBe('In_Transition')
  })

  await test.step('a meeting is put into the calendars of both', async () => {
    const arrange = inTransition(panel).getByRole('button', { name: /^Arrange… ?: Kickoff/ })
    await arrange.click()
    const sheet = panel.getByRole('dialog', { name: /^Kickoff/ })
    await sheet.getByRole('radio').first().check()
    await expect(sheet.getByRole('textbox', { name: 'Agenda' })).toHaveValue(/Plan a depot/)
    await expect(sheet.getByRole('button', { name: 'Put it in the calendars' })).toBeEnabled()
    await shoot(desk, 'meeting')
    expect(await violationsIn(panel)).toEqual([])
    const file = desk.waitForEvent('download')
    await sheet.getByRole('button', { name: 'Save as a calendar file' }).click()
    expect((await file).suggestedFilename()).toBe('kickoff.ics')
    await expect(sheet.getByRole('link', { name: 'Google Calendar' })).toHaveAttribute(
      'href',
      /^https:\/\/calendar\.google\.com\/.*dates=/,
    )
    await expect(async () => {
      await sheet.getByRole('button', { name: 'Put it in the calendars' }).click()
      await expect(sheet).toBeHidden({ timeout: 3000 })
    }).toPass()
    const owners = (soql: string) =>
      rows(org, soql)
        .map(({ OwnerId }) => String(OwnerId))
        .toSorted((one, other) => one.localeCompare(other))
        .join()
    const meetings = `SELECT Id, OwnerId FROM Event WHERE Subject = 'Brightwater Logistics: kickoff'`
    await expect.poll(() => owners(meetings)).toBe([ana.id, ben.id].toSorted().join())
  })

  await test.step('a message is filled with what the customer may know, and recorded', async () => {
    await inTransition(panel)
      .getByText(/messages ready to send/)
      .click()
    await inTransition(panel).getByRole('button', { name: 'Welcome, with their goals' }).click()
    const sheet = panel.getByRole('dialog', { name: 'Welcome, with their goals' })
    await expect(sheet.getByRole('textbox', { name: 'Text' })).toHaveValue(/Plan a depot/)
    await expect(sheet.getByRole('button', { name: 'I have sent it' })).toBeEnabled()
    await shoot(desk, 'message')
    expect(await violationsIn(panel)).toEqual([])
    await expect(async () => {
      await sheet.getByRole('button', { name: 'I have sent it' }).click()
      await expect(sheet).toBeHidden({ timeout: 3000 })
    }).toPass()
    await expect.poll(() => handoffs(org)[0]?.['First_Customer_Contact_At__c']).not.toBeNull()
  })

  await test.step('the record page says who leads', async () => {
    await desk.keyboard.press('Escape')
    await desk.reload()
    await expect.poll(() => panelFrame(desk)).toBeUndefined()
    await shoot(desk, 'launcher')
  })
})
