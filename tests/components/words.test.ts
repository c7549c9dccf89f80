import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { when } from '#components/evidence/when.ts'
import {
  ago,
  day,
  dayOf,
  due,
  formatsOf,
  moment,
  money,
  percent,
  timeOfDay,
} from '#components/ui/formats.ts'
import { stretchesOf } from '#components/ui/invisible-characters.ts'
import { initialsOf } from '#components/ui/person.tsx'
import { safeAddress } from '#components/ui/safe-link.tsx'

const british = { locale: 'en-GB', timeZone: 'UTC' }
const hidden = (text: string) => stretchesOf(text).flatMap((part) => part.hidden ?? [])

describe('a name with invisible characters', () => {
  it.each([
    { text: 'Ana Ferreira', found: [] },
    { text: 'Ana\u200B Ferreira', found: ['U+200B'] },
    { text: '\u202Eanaf', found: ['U+202E'] },
    { text: 'Fam\u00ADily', found: ['U+00AD'] },
    { text: 'Team 👩‍👩‍👧', found: [] },
    { text: 'Heart ❤️', found: [] },
    { text: 'می‌خواهم', found: [] },
    { text: 'A\u200DB', found: ['U+200D'] },
  ])('shows $found in $text', ({ text, found }) => {
    expect(hidden(text)).toEqual(found)
  })

  it('loses nothing of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          stretchesOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('an address', () => {
  it.each([
    { address: 'https://example.com/a', safe: true },
    { address: 'mailto:ana@example.com', safe: true },
    { address: ' https://example.com', safe: true },
    { address: 'http://example.com', safe: false },
    { address: 'javascript:alert(1)', safe: false },
    { address: 'java\nscript:alert(1)', safe: false },
    { address: 'data:text/html,hi', safe: false },
    { address: '//example.com', safe: false },
    { address: '', safe: false },
  ])('$address may be followed: $safe', ({ address, safe }) => {
    expect(safeAddress(address) !== null).toBe(safe)
  })
})

describe('the user’s formats', () => {
  it.each([
    { locale: 'en_US', tag: 'en-US' },
    { locale: 'de_DE_EURO', tag: 'de-DE' },
    { locale: 'pt-BR', tag: 'pt-BR' },
    { locale: '', tag: undefined },
    { locale: 'nonsense!', tag: undefined },
  ])('reads $locale as $tag', ({ locale, tag }) => {
    expect(formatsOf(locale, 'UTC').locale).toBe(tag)
  })

  it('leaves an unknown time zone to the browser', () => {
    expect(formatsOf('en_US', 'Mars/Olympus').timeZone).toBeUndefined()
  })

  it('gives the same formats for the same settings, so that a list is not drawn again', () => {
    expect(formatsOf('de_DE', 'Europe/Berlin')).toBe(formatsOf('de_DE', 'Europe/Berlin'))
    expect(formatsOf('de_DE', 'Europe/Paris')).not.toBe(formatsOf('de_DE', 'Europe/Berlin'))
  })

  it.each([
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Ho_Chi_Minh',
    'America/Argentina/Buenos_Aires',
    'America/Indiana/Indianapolis',
    'Europe/Kyiv',
    'Pacific/Apia',
  ])('keeps %s, though browsers list it under an older name', (zone) => {
    expect(formatsOf('en_US', zone).timeZone).toBe(zone)
  })

  it('writes money, with a code it does not know as a plain number', () => {
    expect(money(184_000, 'EUR', british)).toBe('€184,000')
    expect(money(5, 'euros', british)).toBe('5')
  })

  const at = '2026-11-27T15:00:00Z'

  it.each(['ar-AE', 'ar-SA', 'he-IL', 'fa-IR', 'ur-PK'])(
    'keeps days, times and money of %s apart from the sentence around them',
    (locale) => {
      const formats = { ...british, locale }
      const written = [
        day('2026-11-27', formats),
        dayOf(at, formats),
        moment(at, formats),
        when(at, formats),
        money(-184_000, 'EUR', formats),
      ]
      expect(written).toEqual(written.map(() => expect.stringMatching(/^\u2068[^\u2068]+\u2069$/)))
    },
  )

  it('keeps a time of day apart where it has letters from right to left', () => {
    expect(timeOfDay(at, { ...british, locale: 'ar-AE' })).toMatch(/^\u2068.+\u2069$/)
  })

  it('adds nothing to what is written from left to right', () => {
    const written = [day('2026-11-27', british), moment(at, british), timeOfDay(at, british)]
    expect(written.join('')).not.toMatch(/[\u2066-\u2069]/)
  })

  it('never rounds up to complete', () => {
    expect(percent(0.999, british)).toBe('99%')
    expect(percent(1, british)).toBe('100%')
  })
})

describe('time in words', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')

  it.each([
    { at: '2026-11-23T11:59:40Z', words: 'just now' },
    { at: '2026-11-23T11:58:00Z', words: '2 minutes ago' },
    { at: '2026-11-22T11:00:00Z', words: '1 day ago' },
  ])('$at is $words', ({ at, words }) => {
    expect(ago(at, now, british)).toBe(words)
  })

  it.each([
    { at: '2026-11-23T15:00:00Z', words: 'due in 3 hours', isOverdue: false },
    { at: '2026-11-27T11:59:00Z', words: 'due in 4 days', isOverdue: false },
    { at: '2026-11-27T05:00:00Z', words: 'due in 3 days', isOverdue: false },
    { at: '2026-11-21T12:00:00Z', words: 'overdue by 2 days', isOverdue: true },
  ])('$at is $words', ({ at, ...expected }) => {
    expect(due(at, now, british)).toEqual(expected)
  })
})

describe('initials', () => {
  it.each([
    { name: 'Ana Ferreira', initials: 'AF' },
    { name: 'Ana', initials: 'A' },
    { name: ' Petra von und zu Stein ', initials: 'PS' },
    { name: '', initials: '' },
  ])('of “$name” are $initials', ({ name, initials }) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
