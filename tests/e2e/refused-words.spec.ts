import { submit } from './sending.ts'
import { at } from './story.ts'
import { expect, openDraft, test } from './stage.ts'

test.use({
  variant: {
    change: (seed) => ({
      ...seed,
      validationRules: [
        ...seed.validationRules,
        {
          object: 'Handoff_Comment__c',
          name: 'No_prices_in_remarks',
          active: true,
          formula: 'CONTAINS(Body__c, "€")',
          message: 'Prices belong on the quote.',
        },
      ],
    }),
  },
})

test('a remark that Salesforce refuses stands in its box again when it is given up', async ({
  rep,
}) => {
  test.setTimeout(120_000)
  const panel = await openDraft(rep)
  await submit(panel)
  const place = at(panel, 'why.pain')
  await place.getByRole('button', { name: /^Remark/ }).click()
  await place.getByRole('textbox', { name: /^Remark/ }).fill('They paid € 900 for it.')
  const add = place.getByRole('button', { name: 'Add the remark' })
  await expect(add).toBeEnabled()
  await add.press('Enter')
  // Far down in the packet it is seen all the same.
  await expect(panel.getByText('Prices belong on the quote.')).toBeInViewport()
  await expect(place.getByRole('textbox')).toBeHidden()
  // The box is gone, and the focus with it: it is where the keyboard goes on.
  await expect(place.getByRole('button').first()).toBeFocused()
  await panel.getByRole('button', { name: 'Give it up' }).click()
  const box = place.getByRole('textbox', { name: /^Remark/ })
  await expect(box).toHaveValue('They paid € 900 for it.')
  await box.fill('They paid for it.')
  await add.click()
  await expect(place.getByRole('listitem')).toContainText('They paid for it.')
  await expect(place.getByRole('textbox')).toBeHidden()
})
