import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultIn } from '#lib/handoff/json-fault.ts'
import { templateJson } from '#lib/handoff/template-text.ts'

describe('a text that is no JSON', () => {
  it.each([
    { what: 'is empty', text: ' \n', says: 'This is empty.' },
    { what: 'begins otherwise', text: 'acme', says: 'A template begins with “{”.' },
    {
      what: 'has a comment',
      text: '{\n  // ours\n  "key": "https://a//b"\n}',
      says: 'A comment stands on line 2. JSON has none: remove it.',
    },
    {
      what: 'has a comment behind something',
      text: '{ "a": 1, /* ours */ "b": 2 }',
      says: 'A comment stands on line 1. JSON has none: remove it.',
    },
    {
      what: 'has a comma too many',
      text: '{\r\n  "a": "x, }",\r\n  "b": [1,\r\n]\r\n}',
      says: 'Nothing follows the comma on line 3. Remove it.',
    },
    {
      what: 'has the quotation marks of a word processor',
      text: '{ “key”: “acme” }',
      says: 'On line 1 stands “, where only straight double quotation marks (") may stand.',
    },
    {
      what: 'has single quotation marks',
      text: "{\n'key': 'acme' }",
      says: 'On line 2 stands \', where only straight double quotation marks (") may stand.',
    },
    {
      what: 'has a text without an end',
      text: '{ "key": "acme,\n "name": "Acme \\"\n}',
      says: 'The text that begins on line 1 does not end there. It needs a quotation mark behind it, and \\n where a new line begins in it.',
    },
    {
      what: 'ends too early',
      text: '{ "a": [1, 2',
      says: 'This is not JSON from line 1, column 13 on: a bracket is not closed.',
    },
    {
      what: 'goes on behind its end',
      text: '{ "a": 1 } }',
      says: 'This is not JSON from line 1, column 12 on: a bracket closes nothing.',
    },
    {
      what: 'has no comma where one belongs',
      text: '{\n  "a": 1\n  "b": 2\n}',
      says: 'This is not JSON from line 3, column 3 on.',
    },
    {
      what: 'is a picture',
      text: '\uFFFDPNG\r\n\u001A\n\0\0\0\rIHDR',
      says: 'This is no text, or none in UTF-8. Save it as UTF-8.',
    },
  ])('and $what is told so', ({ text, says }) => {
    expect(templateJson(text)).toEqual({ fault: says })
  })

  it('is told so at once, whatever it is', () => {
    const long = [
      `{"${'\\"'.repeat(400_000)}`,
      `{${'"'.repeat(900_000)}`,
      `{${','.repeat(900_000)}`,
    ]
    const begun = performance.now()
    for (const text of long) expect(faultIn(text, '')).toMatch(/\.$/)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('is always told in a sentence', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\n',
      '1',
      'a',
      '//',
      '’',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        expect(faultIn(list.join(''), '')).toMatch(/^[A-Z].*\.$/s)
      }),
    )
  })
})
