import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailLink } from '#lib/handoff/mail-link.ts'

const mail = { to: ['dana@example.com'], cc: ['ben@example.com'], subject: 'Hello', body: 'Hi' }

describe('a mail link', () => {
  it('keeps addresses readable and lines apart', () => {
    expect(mailLink({ ...mail, subject: 'You & me', body: 'One\nTwo' })).toEqual({
      address:
        'mailto:dana@example.com?cc=ben@example.com&subject=You%20%26%20me&body=One%0D%0ATwo',
      isWhole: true,
    })
  })

  it('never grows beyond what is handed on: then the text is left out whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (body) => {
        const { address, isWhole } = mailLink({ ...mail, body })
        expect(address.length).toBeLessThanOrEqual(2000)
        const said = new URL(address).searchParams.get('body')
        // The ends of lines of Word and Unicode are those of a mail, too.
        const lines = body.toWellFormed().replaceAll(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, '\r\n')
        expect(said ?? '').toBe(isWhole ? lines : '')
      }),
    )
  })

  it('lets no address add a field of its own', () => {
    const { address } = mailLink({ ...mail, to: ['a@b.c?bcc=evil@example.com'] })
    expect(new URL(address).searchParams.get('bcc')).toBeNull()
  })
})
