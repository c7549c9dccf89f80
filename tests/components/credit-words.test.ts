import { expect, it } from 'vitest'
import { creditChangeWords, creditWords } from '#components/transfer/credit-words.ts'

const british = { locale: 'en-GB', timeZone: undefined }
const german = { locale: 'de-DE', timeZone: undefined }
const revenue = { name: 'Ana Ferreira', kind: 'Revenue' }

it.each([
  { percent: 12.5, before: 0, words: 'has 12.5% now and had none' },
  { percent: 0, before: 70, words: 'had 70% and has none now' },
  { percent: 99.75, before: 33.33, words: 'has 99.75% now and had 33.33%' },
])('a part of the credit that was $before % and is $percent % $words', ({ words, ...change }) => {
  const told = creditChangeWords({ ...revenue, ...change }, british)
  expect(told).toBe(`Revenue: Ana Ferreira ${words}.`)
})

it('a part of the credit is told as exactly as Salesforce keeps it, and as the reader writes numbers', () => {
  expect(creditWords({ ...revenue, percent: 12.5 }, british)).toBe('Revenue, 12.5%: Ana Ferreira')
  expect(creditWords({ ...revenue, kind: '', percent: 12.5 }, german)).toBe(
    'Split, 12,5\u00A0%: Ana Ferreira',
  )
})

it('a part of the credit has no mark among names that the eye cannot see, whoever reads it', () => {
  for (const locale of ['ar-SA', 'ar-AE', 'he-IL', 'fa-IR'])
    expect(creditWords({ ...revenue, percent: 70 }, { locale, timeZone: undefined })).not.toMatch(
      /\p{Cf}/u,
    )
})
