import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ReturnedNotice } from '#components/handoff/returned-notice.tsx'
import { type Desk, WithDesk } from '#components/packet/desk.ts'
import { Happened } from '#components/packet/happened.tsx'
import { Owed } from '#components/packet/owed.tsx'
import { WithTemplate } from '#components/packet/question-at.ts'
import { ReplyBox } from '#components/packet/reply-box.tsx'
import { SenderActions } from '#components/packet/sender-actions.tsx'
import type { Comment } from '#lib/handoff/comment.ts'
import type { Handoff } from '#lib/handoff/handoff.ts'
import type { Template } from '#lib/handoff/template.ts'
import { aeCsm } from '#lib/templates/ae-csm.ts'
import { ana, ben, draft, handoff } from '../gallery/deal.ts'
import { question, section } from '../lib/handoff/builders.ts'
import { atDesk, plainDesk } from './at-desk.tsx'
import { inSetting } from './in-setting.tsx'

afterEach(cleanup)

const at = '2026-11-23T10:00:00.000Z'
const deskFor = (shown: Handoff): Desk =>
  plainDesk({ handoff: shown, role: 'outgoing', now: Date.parse(at) })

const asked: Comment = {
  id: 'c1',
  kind: 'clarification',
  question: 'why.us',
  section: null,
  body: 'Which month is that?',
  author: ben,
  writtenAt: at,
  dueAt: '2026-11-23T13:00:00.000Z',
  resolvedAt: null,
  resolvedBy: null,
  inReplyTo: null,
}
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent)
const whyUs = aeCsm.sections
  .flatMap(({ questions }) => questions)
  .find(({ key }) => key === 'why.us')?.label

function actions(shown: Handoff) {
  const [withdraw, mend] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const drawn = inSetting(
    <WithDesk value={deskFor(shown)}>
      <SenderActions onWithdraw={withdraw} onMend={mend} />
    </WithDesk>,
  )
  return { ...drawn, withdraw, mend }
}

describe('the sender of a handoff', () => {
  it.each([
    { status: 'submitted', offered: ['Remind…', 'Reassign…', 'Withdraw…'] },
    {
      status: 'clarification',
      offered: ['Change more and resubmit', 'Reassign…', 'Withdraw…'],
    },
    { status: 'declined', offered: ['Mend and resubmit', 'Reassign…', 'Withdraw…'] },
  ] as const)('may, while it is $status: $offered', ({ status, offered }) => {
    const comments = status === 'clarification' ? [asked] : []
    actions({ ...handoff(status), comments })
    expect(buttons()).toEqual(offered)
  })

  it('reminds with a word, and is told when reminding is no longer the answer', async () => {
    const shown = { ...handoff('submitted'), chaseCount: 2 }
    const { user, acts } = atDesk(<SenderActions onWithdraw={vi.fn()} onMend={vi.fn()} />, {
      handoff: shown,
      role: 'outgoing',
    })
    await user.click(screen.getByRole('button', { name: 'Remind…' }))
    expect(screen.getByText(/You have reminded 2 times/)).toBeDefined()
    await user.type(screen.getByRole('textbox'), 'Kickoff is on Monday')
    await user.click(screen.getByRole('button', { name: 'Remind' }))
    expect(acts.remind).toHaveBeenCalledWith('Kickoff is on Monday')
  })

  it('sees what is asked, with the way to each answer, which is called by what is asked', () => {
    const other = { ...asked, id: 'c2', body: 'Who signs it off?' }
    inSetting(
      <WithDesk value={deskFor({ ...handoff('clarification'), comments: [asked, other] })}>
        <WithTemplate value={aeCsm}>
          <Owed />
        </WithTemplate>
      </WithDesk>,
    )
    expect(screen.getByText(`${ben.name} asks 2 questions`)).toBeDefined()
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain(
      `${whyUs}: Which month is that?Answer due in 3 hours`,
    )
    expect(screen.getByRole('button', { name: 'Answer it “Which month is that?”' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Answer it “Who signs it off?”' })).toBeDefined()
  })

  it('goes on in what the handoff says when they open it to change it', async () => {
    const { user } = atDesk(
      <WithTemplate value={aeCsm}>
        <ReplyBox comment={asked} />
      </WithTemplate>,
      { handoff: { ...handoff('clarification'), comments: [asked] }, role: 'outgoing' },
    )
    await user.click(screen.getByRole('button', { name: 'Change what the handoff says' }))
    const editor = screen.getByRole('textbox', { name: new RegExp(`^${whyUs}`) })
    expect(document.activeElement).toBe(editor)
  })

  it('sees what the recipient did, the newest first', () => {
    const events = [
      { id: 'e1', kind: 'Submitted' as const, actor: ana, at, details: {} },
      { id: 'e2', kind: 'Viewed' as const, actor: ben, at, details: {} },
      {
        id: 'e3',
        kind: 'Clarification_Requested' as const,
        actor: ben,
        at,
        details: { questions: ['why.us'] },
      },
    ]
    inSetting(
      <WithDesk value={deskFor({ ...handoff('clarification'), events })}>
        <Happened template={aeCsm} />
      </WithDesk>,
    )
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(said).toEqual([
      expect.stringContaining(`${ben.name} asked about “${whyUs}”`),
      expect.stringContaining(`${ben.name} opened it`),
      expect.stringContaining(`${ana.name} sent it`),
    ])
  })
})

describe('a draft of what came back', () => {
  const returned = { ...handoff('declined'), comments: [asked] }
  const notice = (shown: Handoff, answers = draft.answers, sentWith: Template = aeCsm) => {
    const [onAsSent, onDiscard] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const mended = { ...draft, answers }
    const drawn = inSetting(
      <ReturnedNotice
        {...{ onAsSent, onDiscard, handoff: shown, draft: mended }}
        template={aeCsm}
        sentWith={sentWith}
        narrowest="recipient"
      />,
    )
    return { ...drawn, onAsSent, onDiscard }
  }

  it('keeps the recipient’s words in sight, and says that nothing was changed', () => {
    notice(returned)
    expect(screen.getByRole('status').textContent).toContain('Who promised SSO, and by when?')
    expect(screen.getByRole('button', { name: whyUs ?? '' })).toBeDefined()
    expect(screen.getByText('Nothing has been changed since.')).toBeDefined()
  })

  it('names who declined it: a manager may have done so for the recipient', () => {
    const boss = { userId: '005000000000003AAA', name: 'Mara Delacroix' }
    const declined = { id: 'e1', kind: 'Declined', actor: boss, at, details: {} } as const
    notice({ ...returned, events: [declined] })
    expect(screen.getByText('Mara Delacroix declined it')).toBeDefined()
  })

  it('names the answers that were changed, and no others', () => {
    notice(returned, { ...draft.answers, 'why.us': { kind: 'none', by: ana, at } })
    expect(screen.getByText(new RegExp(`^Changed since: ${whyUs}. The others`))).toBeDefined()
  })

  it('warns of what was sent since from another computer, which it would set back', async () => {
    const mine = { ...draft.answers, 'why.us': { kind: 'none', by: ana, at } } as const
    const later = new Date(Date.parse(draft.createdAt) + 1000).toISOString()
    const again = { id: 'e1', kind: 'Resubmitted', actor: ana, at: later, details: {} } as const
    const { user, onDiscard } = notice({ ...returned, events: [again] }, mine)
    expect(screen.getByText(new RegExp(`would set back: ${whyUs}`))).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Discard these changes' }))
    expect(onDiscard).toHaveBeenCalledOnce()
  })

  it('names what was asked and why it was declined as it was when it was sent', () => {
    const asksMore = section([question({ key: 'gone', label: 'Who pays' })])
    const gaps = [{ code: 'GAPS', label: 'Gaps in it', goesTo: 'sender' as const }]
    const sentWith = { ...aeCsm, sections: [...aeCsm.sections, asksMore], declineReasons: gaps }
    const comments = [{ ...asked, question: 'gone' }]
    notice({ ...returned, declineReasons: ['GAPS'], comments }, draft.answers, sentWith)
    expect(screen.getByText('Gaps in it')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Who pays' })).toBeDefined()
    expect(screen.getByText('Nothing has been changed since.')).toBeDefined()
  })

  it('says why it was declined also where only a newer template has that reason', () => {
    const details = { reasons: ['NEW'], labels: ['No capacity'] }
    const declined = { id: 'e1', kind: 'Declined', actor: ben, at, details } as const
    notice({ ...returned, declineReasons: ['NEW'], events: [declined] })
    expect(screen.getByText('No capacity')).toBeDefined()
  })

  it('is kept when the handoff has moved on, until its author lets it go', async () => {
    const { user, onDiscard } = notice({ ...returned, status: 'accepted' })
    expect(screen.getByText(/has moved on/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Discard these changes' }))
    expect(onDiscard).toHaveBeenCalledOnce()
  })
})
