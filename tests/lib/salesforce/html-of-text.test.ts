import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlOfText } from '#lib/salesforce/html-of-text.ts'
import { textOfHtml } from '#lib/salesforce/text-of-html.ts'

describe('a text in a rich text field', () => {
  it('keeps its lines, and its signs are no HTML', () => {
    expect(htmlOfText('Nine days\n\n5 < 9 & <b>firm</b>')).toBe(
      '<p>Nine days<br><br>5 &lt; 9 &amp; &lt;b&gt;firm&lt;/b&gt;</p>',
    )
    expect(htmlOfText('')).toBe('')
  })

  it('is read from there as it was, apart from spaces that HTML does not keep', () => {
    const word = fc.stringMatching(/^[!-~äß€]{1,9}$/)
    const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    const lines = fc.array(fc.oneof(line, fc.constant('')), { maxLength: 5 })
    fc.assert(
      fc.property(lines, (all) => {
        const text = all
          .join('\n')
          .replaceAll(/\n{3,}/g, '\n\n')
          .trim()
        expect(textOfHtml(htmlOfText(text))).toBe(text)
        expect(htmlOfText(text)).not.toContain('@{')
      }),
    )
  })
})
