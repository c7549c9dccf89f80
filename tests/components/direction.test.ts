import { describe, expect, it } from 'vitest'
import { directionOf } from '#components/ui/direction.ts'

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
