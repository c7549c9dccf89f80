import { describe, expect, it } from 'vitest'
import { TEXT_LIMIT } from '#lib/handoff/evidence-limits.ts'
import { takeFile, takeText } from '#lib/handoff/take-file.ts'
import { zoom } from './transcript-cases.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const file = (name: string, bytes: Uint8Array) => takeFile({ name, size: bytes.length, bytes })

describe('a file given as evidence', () => {
  it('is kept whole when it is a text, whatever its ending says of its form', () => {
    expect(file('call.txt', bytesOf(zoom))).toEqual({
      outcome: 'taken',
      source: { kind: 'text', label: 'call.txt', format: 'vtt', text: zoom },
      sentence: '“call.txt” was added: 3 lines.',
    })
  })

  it.each([
    ['call.mp4', bytesOf('x'), /Segue reads \.txt, \.md, \.vtt and \.srt files\. Nothing of it/],
    ['notes.docx', bytesOf('PK'), /Nothing of it was kept/],
    ['no-ending', bytesOf('x'), /Nothing of it was kept/],
    [
      'picture.txt',
      new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]),
      /not readable as text/,
    ],
    [
      'noise.md',
      Uint8Array.from({ length: 4000 }, (_, at) => (at * 73) % 256),
      /not readable as text/,
    ],
    ['empty.txt', bytesOf('  \r\n'), /it is empty/],
    ['silent.vtt', bytesOf('WEBVTT\n\n'), /no spoken lines/],
  ])('%s is refused with a sentence that says what was kept', (name, bytes, sentence) => {
    const taken = file(name, bytes)
    expect(taken.outcome).toBe('refused')
    expect(taken.sentence).toMatch(sentence)
    expect(taken.sentence).toContain(name)
  })

  it('that is too large is not even read', () => {
    const taken = takeFile({ name: 'year.txt', size: 3 * 1024 * 1024, bytes: null })
    expect(taken.sentence).toBe(
      '“year.txt” was not added: it has 3.0 MB, and 2.0 MB is the most. Nothing of it was kept. Save the part you need as a file of its own, or paste it.',
    )
  })

  it.each([
    ['utf-16 with its mark', Uint8Array.from([0xff, 0xfe, 0x5a, 0x00, 0xfc, 0x00]), 'Zü'],
    ['Windows’ own alphabet', Uint8Array.from([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68]), 'Zürich'],
    ['utf-8 with its mark', bytesOf('\uFEFFZürich'), 'Zürich'],
  ])('in %s is read', (_, bytes, text) => {
    expect(file('a.txt', bytes)).toMatchObject({ outcome: 'taken', source: { text } })
  })
})

describe('a text given as evidence', () => {
  it('that is a transcript without its line breaks is kept as it is', () => {
    const text = zoom.replaceAll(/\s+/g, ' ')
    expect(takeText({ label: 'Call', text, format: 'pasted' })).toMatchObject({
      outcome: 'taken',
      source: { format: 'pasted', text },
    })
  })

  it('that is too long is kept up to a line’s end, and says so', () => {
    const text = 'Ana: once more\n'.repeat(100_000)
    const taken = takeText({ label: 'Call', text, format: 'pasted' })
    expect(taken.sentence).toMatch(
      /^“Call” is too long: its first 999,\d{3} of 1,500,000 characters/,
    )
    const kept = taken.outcome === 'taken' && taken.source.kind === 'text' ? taken.source.text : ''
    expect(kept.length).toBeLessThanOrEqual(TEXT_LIMIT)
    expect(kept.endsWith('Ana: once more')).toBe(true)
  })
})
