import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfHtml } from '#lib/salesforce/text-of-html.ts'

describe('the text of a mail in HTML', () => {
  it.each([
    ['plain words', 'plain words'],
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['a\n   b', 'a b'],
    ['<ul><li>first</li><li>second</li></ul>', '• first\n• second'],
    ['Fish &amp; chips &lt;now&gt; &#8364;5 &#x20AC;6', 'Fish & chips <now> €5 €6'],
    ['In&ecirc;s, Z&uuml;rich, &frac12; &yuml;', 'Inês, Zürich, ½ ÿ'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['3 < 4 and 5 > 2', '3 < 4 and 5 > 2'],
    ['<style>p{color:red}</style>seen<script>alert(1)</script>', 'seen'],
    ['<!-- gone --><header>kept</header>', 'kept'],
    ['<head><title>no</title></head><body>yes</body>', 'yes'],
    ['<img src=x onerror="alert(1)">text', 'text'],
    ['<a href="javascript:alert(1)">link</a>', 'link'],
    ['cut off <b', 'cut off'],
    ['<script>never closed', ''],
    ['&unknown; &#0; &#x110000;', '&unknown; &#0; &#x110000;'],
  ])('%j reads %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text)
  })

  it('keeps words that no tag surrounds, whatever they are', () => {
    const word = fc.stringMatching(/^[a-zäöü0-9]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const html = words.map((each) => `<p>${each}</p>`).join('')
        expect(textOfHtml(html).split(/\n+/)).toEqual(words)
      }),
    )
  })

  it.each(['<', '<!--', '<script', '<style>', '&', '&#', '<p ', '</', '\n', ' \n', '<head><head'])(
    'is made of a long mail of nothing but %j in about ten times the time of a tenth of it',
    (piece) => {
      const taking = (count: number) => {
        const started = performance.now()
        textOfHtml(piece.repeat(count))
        return performance.now() - started
      }
      // What grows with the square takes a hundred times as long.
      expect(taking(100_000)).toBeLessThan(40 * Math.max(taking(10_000), 5))
    },
  )
})
