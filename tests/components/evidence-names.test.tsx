import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { EvidenceList } from '#components/evidence/evidence-list.tsx'
import { SourceHead } from '#components/evidence/source-head.tsx'
import { SourceRow } from '#components/evidence/source-row.tsx'
import { TimelineRow } from '#components/evidence/timeline-row.tsx'

afterEach(cleanup)

const formats = { locale: 'en-GB', timeZone: 'UTC' }
const at = '2026-11-20T10:00:00.000Z'
/** Shown as it is, its end would read "contract.pdf". */
const subject = 'Signed \u202Efdp.tcartnoc'
const shown = /Signed U\+202Efdp\.tcartnoc/

describe('a subject that turns the direction of text is shown for what it is', () => {
  const kinds = { id: 'mail', kind: 'email', at } as const
  it('in the history', () => {
    const item = {
      ...kinds,
      object: 'EmailMessage',
      subject,
      text: '',
      isCut: false,
      isOpen: false,
    }
    const people = ['Dana\u200B Ruiz']
    const row = { formats, tabIndex: 0, onOpen: () => undefined } as const
    const { container } = render(<TimelineRow item={{ ...item, people }} {...row} />)
    expect(container.textContent).toMatch(shown)
    expect(container.textContent).toContain('DanaU+200B Ruiz')
  })

  it('where it is read', () => {
    const head = <SourceHead title={subject} about="Mail" back="Back" onBack={() => undefined} />
    expect(render(head).container.textContent).toMatch(shown)
  })

  it('beside an answer that it backs, with a link to it and without', () => {
    const one = { ...kinds, title: subject, quote: '', url: '', recordId: '', speaker: '' }
    const evidence = [one, { ...one, id: 'call', url: 'https://calls.example/1' }]
    const list = <EvidenceList evidence={evidence} formats={formats} lightningOrigin="" />
    const lines = [...render(list).container.querySelectorAll('li')]
    expect(lines.map((line) => shown.test(line.textContent))).toEqual([true, true])
  })

  it('among what was added from elsewhere, at the start of a selection', () => {
    const about = { kind: 'text', label: 'Page', format: 'pasted', characters: 24 } as const
    const source = { ...about, url: 'https://a.example/', start: subject }
    const row = (
      <SourceRow
        card={{ id: 's', addedAt: at, source }}
        now={Date.parse(at)}
        isLastRead={false}
        onOpen={() => undefined}
        onRemove={() => undefined}
        {...{ formats }}
      />
    )
    expect(render(row).container.textContent).toMatch(shown)
  })

  it('among what was added from elsewhere', () => {
    const source = { kind: 'link', label: subject, url: '', moment: '', on: '' } as const
    const row = (
      <SourceRow
        card={{ id: 's', addedAt: at, source: { ...source, recipientCanOpen: true } }}
        now={Date.parse(at)}
        isLastRead={false}
        onOpen={() => undefined}
        onRemove={() => undefined}
        {...{ formats }}
      />
    )
    expect(render(row).container.textContent).toMatch(shown)
  })
})
