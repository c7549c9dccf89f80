import { makeId } from '#demo/org/ids.ts'
import { brightwater } from './cast.ts'
import { expect, openDraft, test } from './stage.ts'

const renewal = makeId('012', 900)

const offered = ['Choose…', 'Negotiation/Review', 'Closed Won', 'Closed Lost']

test.describe('an org with record types', () => {
  test.use({
    variant: {
      change: (seed) => {
        const { Opportunity = [], ...others } = seed.records
        const changed = Opportunity.map((row) =>
          row['Id'] === brightwater.id ? Object.assign({}, row, { RecordTypeId: renewal }) : row,
        )
        const StageName = offered.slice(1)
        const type = {
          id: renewal,
          object: 'Opportunity',
          name: 'Renewal',
          developerName: 'Renewal',
        }
        const usual = { active: true, isDefault: false, picklistValues: { StageName } }
        return {
          ...seed,
          recordTypes: [{ ...type, ...usual }],
          records: { ...others, Opportunity: changed },
        }
      },
    },
  })

  test('the stages to choose from are those of the deal’s record type', async ({ rep, org }) => {
    const panel = await openDraft(rep)
    const stage = panel.locator('[data-question="deal.stage"]').getByRole('combobox')
    await expect(stage).toHaveValue('Closed Won')
    await expect(stage.getByRole('option')).toHaveText(offered)
    const asked = () => org.calls.all().filter(({ path }) => path.includes('/picklist-values/'))
    expect(asked()).toHaveLength(1)
    await stage.selectOption('Closed Lost')
    await expect(panel.locator('body')).toContainText('Saved on this computer')
    await panel.getByRole('button', { name: 'Close' }).first().click()
    await openDraft(rep)
    await expect(stage.getByRole('option')).toHaveText(offered)
    expect(asked()).toHaveLength(1)
  })
})
