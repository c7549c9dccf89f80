import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Conflict } from '#components/review/conflict.tsx'
import { inSetting } from './in-setting.tsx'

it('a conflict about a user calls people by their names', () => {
  const people = [
    { value: '005B', label: 'Ben Kowalski' },
    { value: '005C', label: 'Mara Delacroix' },
  ]
  const engineer = { path: 'Opportunity.Engineer__c', label: 'Engineer', people }
  const conflict = { ...engineer, seen: null, mine: '005B', theirs: '005C' }
  const ignored = () => undefined
  inSetting(<Conflict conflicts={[conflict]} onKeep={ignored} onBack={ignored} backWords="Back" />)
  expect(screen.getByRole('radio', { name: 'Yours: Ben Kowalski' })).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'In Salesforce now: Mara Delacroix' })).toBeTruthy()
})
