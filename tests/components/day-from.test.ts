import { describe, expect, it } from 'vitest'
import { dayFrom } from '#components/ui/day-from.ts'

describe('a day as it is written', () => {
  it.each([
    { locale: 'en-GB', text: '2027-06-01', day: '2027-06-01' },
    { locale: 'en-GB', text: '01/06/2027', day: '2027-06-01' },
    { locale: 'en-US', text: '06/01/2027', day: '2027-06-01' },
    { locale: 'en-US', text: '6/1/27', day: '2027-06-01' },
    { locale: 'de-DE', text: '1.6.2027', day: '2027-06-01' },
    { locale: 'de-DE', text: '1. Juni 2027', day: '2027-06-01' },
    { locale: 'de-DE', text: '1 March 2027', day: '2027-03-01' },
    { locale: 'en-US', text: 'Jun 1, 2027', day: '2027-06-01' },
    { locale: 'fr-FR', text: '1 août 2027', day: '2027-08-01' },
    { locale: 'ja-JP', text: '2027/6/1', day: '2027-06-01' },
    { locale: 'zh-TW', text: '2027年6月1日', day: '2027-06-01' },
    { locale: 'ko-KR', text: '2027년 6월 1일', day: '2027-06-01' },
    { locale: 'bg-BG', text: '1.06.2027 г.', day: '2027-06-01' },
    { locale: 'ar-SA', text: '١‏/٦‏/٢٠٢٧', day: '2027-06-01' },
    { locale: 'th-TH', text: '1/6/2570', day: '2027-06-01' },
    { locale: 'th-TH', text: '1 มิถุนายน 2570', day: '2027-06-01' },
    { locale: 'th-TH', text: '1/6/2027', day: '2027-06-01' },
    { locale: 'fa-IR', text: '۱۴۰۶/۳/۱۱', day: undefined },
    { locale: 'en-GB', text: '31/02/2027', day: undefined },
    { locale: 'en-GB', text: 'end of Q3', day: undefined },
    { locale: 'en-GB', text: '2027', day: undefined },
    { locale: 'en-GB', text: '', day: undefined },
  ])('“$text” in $locale is $day', ({ locale, text, day }) => {
    expect(dayFrom(text, { locale, timeZone: undefined })).toBe(day)
  })
})
