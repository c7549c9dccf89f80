import { describe, expect, it } from 'vitest'
import { jsonFault } from '#demo/rest/json-fault.ts'
import { served } from './served.ts'

const aValue = "expected a valid value (number, String, array, object, 'true', 'false' or 'null')"

describe('a body that is no JSON', () => {
  it.each([
    ['request=1', `Unexpected character ('r' (code 114)): ${aValue} at [line:1, column:2]`],
    ['<a/>', `Unexpected character ('<' (code 60)): ${aValue} at [line:1, column:2]`],
    [
      '{Name:"a"}',
      "Unexpected character ('N' (code 78)): was expecting double-quote to start field name at [line:1, column:3]",
    ],
    [
      '{"a":1,}',
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name at [line:1, column:9]",
    ],
    [
      '{"a":1\n"b":2}',
      "Unexpected character ('\"' (code 34)): was expecting comma to separate OBJECT entries at [line:2, column:2]",
    ],
    [
      '[1 2]',
      "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:5]",
    ],
    [
      '{"a" 1}',
      "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at [line:1, column:7]",
    ],
    ['{"a":}', `Unexpected character ('}' (code 125)): ${aValue} at [line:1, column:7]`],
    [
      '{"a":tru}',
      "Unrecognized token 'tru': was expecting 'true', 'false' or 'null' at [line:1, column:9]",
    ],
    [
      '{"a":1',
      'Unexpected end-of-input: expected close marker for OBJECT (from [line:1, column:1]) at [line:1, column:8]',
    ],
    [
      '{"a":"b',
      'Unexpected end-of-input: was expecting closing quote for a string value at [line:1, column:9]',
    ],
    [
      '["a\nb"]',
      'Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value at [line:1, column:5]',
    ],
  ])('%j is refused in the words of Salesforce', async (text, message) => {
    const headers = { 'Content-Type': 'application/json' }
    const path = '/services/data/v67.0/sobjects/Account'
    const response = await served().send(path, { method: 'POST', headers, body: text })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual([{ errorCode: 'JSON_PARSER_ERROR', message }])
  })

  it.each([
    '01',
    '1.',
    '-',
    '"\\x"',
    '"\\u12"',
    '{',
    '[',
    '{"a"',
    '[1,',
    'nul',
    'NaN',
    '1 1',
    '+1',
    ' ',
  ])('%j is told where it goes wrong', (text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(jsonFault(text)).toMatch(/^U.+ at \[line:1, column:\d+\]$/)
  })
})
