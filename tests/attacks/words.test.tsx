import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { Name } from '#components/ui/name.tsx'
import { SafeLink } from '#components/ui/safe-link.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { hostileWords } from './hostile-words.ts'

afterEach(cleanup)

const addresses = [
  'javascript:alert(1)',
  ' java\tscript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://acme.lightning.force.com/x',
  'file:///etc/passwd',
  'chrome-extension://abc/options.html',
]

describe('hostile words', () => {
  it.each(hostileWords)('are text: %s', (words) => {
    const detail = { kind: 'rejected' as const, detail: words, fields: [words] }
    const { container } = render(
      <>
        <Name>{words}</Name>
        <TroubleState trouble={detail} onAction={() => undefined} />
      </>,
    )
    expect(
      container.querySelector('script, img, iframe, object, embed, style, link, base, form'),
    ).toBeNull()
    expect(container.querySelector('[onerror], [onload], [onclick], [srcdoc]')).toBeNull()
    expect(container.textContent).toContain(words.slice(0, 5))
  })

  it.each(addresses)('that are the address %s lead nowhere', (address) => {
    render(<SafeLink address={address}>here</SafeLink>)
    expect(screen.queryByRole('link')).toBeNull()
  })
})

describe('a name', () => {
  it('is kept apart from the direction of the text around it', () => {
    const { container } = render(
      <p>
        Accept from <Name>{'\u202Eanaf'}</Name> now
      </p>,
    )
    const apart = container.querySelector('bdi')
    expect(apart?.textContent).toContain('U+202E')
    expect(container.textContent).toMatch(/^Accept from /)
  })

  it.each(['Ana\u200BFerreira', 'Ana\u2060Ferreira', 'Ana\uFEFFFerreira', 'Ana\u00ADFerreira'])(
    'shows what cannot be seen in %j',
    (name) => {
      const { container } = render(<Name>{name}</Name>)
      expect(container.textContent).toMatch(/U\+/)
    },
  )
})
