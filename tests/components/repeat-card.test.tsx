import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { RepeatCardView } from '#components/packet/repeat-card-view.tsx'

afterEach(cleanup)

const line = (question: string, text: string) => ({ question, text, label: question })

function open(repeated: readonly string[] = [], isNoted = true) {
  const done: string[] = []
  render(
    <RepeatCardView
      card={{
        handoffId: 'h',
        opportunityName: 'Northwind',
        acceptedAt: '2026-11-23T10:00:00.000Z',
        answered: [line('why.problem', 'The problem: planning by hand')],
        closed: [line('objections', 'Price: settled in October')],
        repeated,
      }}
      told=""
      onRepeat={async ({ question }) => {
        done.push(`repeat ${question}`)
        return isNoted
      }}
      onShow={({ question }) => done.push(`show ${question}`)}
      onDismiss={() => done.push('dismiss')}
    />,
  )
  return { done, user: userEvent.setup() }
}

describe('the card of what must not be asked again', () => {
  it('has what was answered and what was closed', () => {
    open()
    const answered = within(screen.getByRole('region', { name: 'They have answered' }))
    expect(answered.getByText('The problem: planning by hand')).toBeDefined()
    const closed = within(screen.getByRole('region', { name: 'Closed for good' }))
    expect(closed.getByText('Price: settled in October')).toBeDefined()
  })

  it('says of one answer that the customer had to repeat it, and leads to it', async () => {
    const { done, user } = open()
    expect(screen.queryByRole('button', { name: 'They had to repeat this' })).toBeNull()
    await user.click(screen.getByRole('button', { name: /planning by hand/ }))
    await user.click(screen.getByRole('button', { name: 'They had to repeat this' }))
    await user.click(screen.getByRole('button', { name: 'Show the answer' }))
    await user.click(screen.getByRole('button', { name: 'Do not show this card again' }))
    expect(done).toEqual(['repeat why.problem', 'show why.problem', 'dismiss'])
  })

  it('marks at once what had to be repeated, and takes it once', async () => {
    const { done, user } = open()
    await user.click(screen.getByRole('button', { name: /planning by hand/ }))
    const repeat = screen.getByRole('button', { name: 'They had to repeat this' })
    await user.dblClick(repeat)
    expect(done).toEqual(['repeat why.problem'])
    expect(screen.getByRole('button', { name: /hand.*had to be repeated/ })).toBeDefined()
    expect(document.activeElement).toBe(repeat)
  })

  it('can be told again what was not noted', async () => {
    const { done, user } = open([], false)
    await user.click(screen.getByRole('button', { name: /planning by hand/ }))
    const repeat = screen.getByRole('button', { name: 'They had to repeat this' })
    await user.click(repeat)
    expect(screen.queryByText('had to be repeated')).toBeNull()
    await user.click(repeat)
    expect(done).toEqual(['repeat why.problem', 'repeat why.problem'])
  })

  it('marks what had to be repeated', () => {
    open(['objections'])
    expect(screen.getByRole('button', { name: /Price.*had to be repeated/ })).toBeDefined()
  })
})
