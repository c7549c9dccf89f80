import { cleanup, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import { HistorySheet } from '#components/evidence/history-sheet.tsx'
import { SourcesView } from '#components/evidence/sources-view.tsx'
import { TimelineFilters } from '#components/evidence/timeline-filters.tsx'
import { everything } from '#lib/handoff/history-search.ts'
import type { HistoryItem } from '#lib/handoff/history.ts'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const nothing = () => undefined

function sheet(inside: ReactNode) {
  return (
    <HistorySheet place="history" onPlace={nothing} added={0} onClose={nothing}>
      {inside}
    </HistorySheet>
  )
}

const store = {
  add: async () => null,
  remove: nothing,
  restore: nothing,
  elsewhere: async () => [],
}

it.each([true, false])(
  'the way to the menu of selections is told where it is of use: %s',
  (can) => {
    const about = { cards: [], store, onOpen: nothing, lastRead: null }
    inSetting(sheet(<SourcesView {...about} canTurnOnMenu={can} />))
    const links = screen.queryAllByRole('link').map((link) => link.getAttribute('href'))
    expect(links).toEqual(can ? ['/options.html#selections'] : [])
  },
)

it('who gives up adding a recording is at the ways to add one again', async () => {
  const sources = <SourcesView cards={[]} store={store} onOpen={nothing} lastRead={null} />
  const { user } = inSetting(sheet(sources))
  await user.click(screen.getByRole('button', { name: 'Link a recording' }))
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Choose files'))
})

it('who shows all kinds of the history again stays among the kinds', async () => {
  const mail: HistoryItem = {
    id: '02sHs000000080lIAA',
    kind: 'email',
    object: 'EmailMessage',
    subject: 'Signed order form',
    text: '',
    isCut: false,
    at: '2026-11-20T10:00:00.000Z',
    people: [],
    isOpen: false,
  }
  const filters = (kinds: readonly 'email'[]) =>
    sheet(
      <TimelineFilters
        items={[mail]}
        filter={kinds.length === 0 ? everything : { ...everything, kinds }}
        onFilter={() => show(filters([]))}
        onDown={nothing}
      />,
    )
  const { user, show } = inSetting(filters(['email']))
  await user.click(screen.getByRole('button', { name: 'Show all' }))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Mails'))
})
