import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FieldChangeList } from '#components/review/field-change-list.tsx'
import { deal } from '../lib/handoff/builders.ts'
import { inSetting } from './in-setting.tsx'

it('a field that holds a user is shown with the name, whoever that is', () => {
  const path = 'Opportunity.Engineer__c'
  const before = '005000000000009AAA'
  const fields = { [path]: before, 'Opportunity.Engineer__r.Name': 'Ida Holm' }
  const change = { path, label: 'Engineer', before, after: null, question: 'engineer' }
  inSetting(
    <FieldChangeList changes={[change]} unticked={[]} answers={{}} onTick={() => undefined} />,
    { deal: deal({ fields }) },
  )
  expect(screen.getByRole('listitem').textContent).toContain('Ida Holm')
})
