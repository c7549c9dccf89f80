import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Astray } from '#components/storage/astray.tsx'

afterEach(cleanup)

it('of a deal that Salesforce does not show any more it is not said that it was deleted', () => {
  const draft = { draftKey: 'd1', opportunityName: 'Harbor Foods', answers: 2 }
  render(<Astray astray={[draft]} onMove={() => undefined} />)
  expect(screen.getByText(/was deleted or merged, or you may no longer see it\./)).not.toBeNull()
})
