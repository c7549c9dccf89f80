import { describe, expect, it } from 'vitest'
import { directionAround, directionOf } from '#components/ui/direction.ts'

describe('the direction of a text', () => {
  it.each([
    ['The board wants four days', 'ltr'],
    ['تريد الإدارة أربعة أيام', 'rtl'],
    ['הדירקטוריון רוצה ארבעה ימים', 'rtl'],
    ['12 %, “ثلاثة” before March', 'rtl'],
    ['42 – 2027', 'ltr'],
    ['', 'ltr'],
    ['理事会は四日を望む', 'ltr'],
  ])('of %j is %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction)
  })
})

describe('the direction of a text that was filled with names', () => {
  const noa = 'נועה לוי'
  it.each([
    { text: `${noa}: welcome`, filled: [noa], direction: 'ltr' },
    { text: `Hello ${noa},\n\n${noa} looks after you.\n\n${noa}`, filled: [noa], direction: 'ltr' },
    { text: `${noa}: ברוכים הבאים ל-Acme`, filled: ['Acme', noa], direction: 'rtl' },
    { text: `${noa} כהן: welcome`, filled: [`${noa} כהן`, noa], direction: 'ltr' },
    // Nothing in it runs otherwise: each paragraph says by itself, as where somebody writes their own words.
    { text: 'Hello Dana, welcome', filled: ['Dana'], direction: 'auto' },
    { text: `${noa}, שלום`, filled: [noa], direction: 'auto' },
    { text: '', filled: [], direction: 'auto' },
  ])('of $text is $direction', ({ text, filled, direction }) => {
    expect(directionAround(filled, text)).toBe(direction)
  })
})
