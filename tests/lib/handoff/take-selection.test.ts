import { describe, expect, it } from 'vitest'
import { evidenceOfLines } from '#lib/handoff/evidence-of.ts'
import { evidenceSourceSchema } from '#lib/handoff/evidence-source.ts'
import { ADDRESS_LIMIT, pageAddress } from '#lib/handoff/page-address.ts'
import { takeSelection } from '#lib/handoff/take-selection.ts'
import { zoom } from './transcript-cases.ts'

const text = 'They fear the freeze in March.'
const address = 'https://acme.slack.example/archives/C7?thread=5'

describe('text that was selected on a page', () => {
  it('is called as its page, and knows the way back', () => {
    expect(takeSelection({ text, title: ' #deal-acme\n| Slack ', address })).toEqual({
      kind: 'text',
      label: '#deal-acme | Slack',
      format: 'pasted',
      text,
      url: address,
    })
  })

  it.each([
    ['', address, 'Selected on acme.slack.example'],
    ['', '', 'Selected text'],
    ['', 'file:///home/ana/notes.txt', 'Selected text'],
    ['Notes', 'chrome://version/', 'Notes'],
  ])('with the title “%s” at “%s” is called “%s”', (title, at, label) => {
    const source = evidenceSourceSchema.parse(takeSelection({ text, title, address: at }))
    expect(source).toMatchObject({ label })
    expect('url' in source).toBe(at.startsWith('https:'))
  })

  it('is kept, although it looks like a transcript that has lost its line breaks', () => {
    const squashed = zoom.replaceAll(/\s+/g, ' ')
    const source = takeSelection({ text: squashed, title: 'Call', address })
    expect(source).toMatchObject({ format: 'pasted', text: squashed })
  })

  it.each(['', ' \n\t '])('is refused when it is empty: “%s”', (none) => {
    expect(takeSelection({ text: none, title: '', address })).toBeNull()
  })

  it('is quoted without the address of its page, which stays on this computer', () => {
    const source = takeSelection({ text, title: 'Thread', address })
    if (!source) throw new Error('It should be taken.')
    const line = { at: '', speaker: '', text }
    expect(evidenceOfLines(source, [line], 'one')).toMatchObject({ title: 'Thread', url: '' })
  })
})

describe('the address of a page', () => {
  it.each([
    [
      'https://mail.example/u/0/#inbox/FMfcgzQcpKhPgRvX',
      'https://mail.example/u/0/#inbox/FMfcgzQcpKhPgRvX',
    ],
    ['http://wiki.acme.example/Deal?page=2', 'http://wiki.acme.example/Deal?page=2'],
    [
      'https://a.example/?author=Ana&keyword=SSO&side=left',
      'https://a.example/?author=Ana&keyword=SSO&side=left',
    ],
    ['https://ana:pw@a.example/x', 'https://a.example/x'],
    ['https://a.example/x?id=7&access_token=abc', 'https://a.example/x?id=7'],
    [
      'https://a.my.salesforce.com/secur/frontdoor.jsp?sid=00D1!AQ',
      'https://a.my.salesforce.com/secur/frontdoor.jsp',
    ],
    ['https://a.example/cb?code=4%2F0Ab&X-Amz-Signature=ff', 'https://a.example/cb'],
    ['https://a.example/x?v=1&h=9f86d081884c7d659a2feaa0c55ad015', 'https://a.example/x?v=1'],
    ['https://a.example/cb#access_token=abc&expires_in=1', 'https://a.example/cb'],
    ['https://a.example/app#/reset?token=abc', 'https://a.example/app'],
    ['https://a.example/x?PHPSESSID=4k2l9d&id=7', 'https://a.example/x?id=7'],
    ['https://a.example/deal;jsessionid=8A1F.n1;v=2/notes', 'https://a.example/deal;v=2/notes'],
    ['https://a.example/login?id=7&next=%2Fdeal%3Ftoken%3Dabc', 'https://a.example/login?id=7'],
    ['https://a.example/?to=https%3A%2F%2Fb.example%2F%23access_token%3Da', 'https://a.example/'],
    ['https://a.example/?next=%2Fdeal%3Fid%3D7', 'https://a.example/?next=%2Fdeal%3Fid%3D7'],
    ['https://a.example/verify?9f86d081884c7d659a2feaa0c55ad015', 'https://a.example/verify'],
    [
      'https://a.example/?q=new+in+the+release+of+2026+notes',
      'https://a.example/?q=new+in+the+release+of+2026+notes',
    ],
    [
      'https://a.example/#new-in-the-release-of-2026-and-later',
      'https://a.example/#new-in-the-release-of-2026-and-later',
    ],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['chrome-extension://abc/panel.html', ''],
    ['file:///home/ana', ''],
    ['no address', ''],
  ])('%s is kept as “%s”', (given, kept) => {
    expect(pageAddress(given)).toBe(kept)
  })

  it.each([
    `https://a.example/x?q=${'word+'.repeat(1000)}`,
    `https://a.example/${'deep/'.repeat(1000)}`,
  ])('is never longer than what is kept of one', (long) => {
    const kept = pageAddress(long)
    expect(kept.length).toBeLessThanOrEqual(ADDRESS_LIMIT)
    expect(kept).toMatch(/^https:\/\/a\.example\//)
  })
})
