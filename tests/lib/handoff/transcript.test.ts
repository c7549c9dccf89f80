import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textFormats } from '#lib/handoff/evidence-source.ts'
import { formatOf, spokenLines } from '#lib/handoff/transcript.ts'
import { pasted, subtitles, teams, zoom } from './transcript-cases.ts'

const lines = (text: string) =>
  spokenLines(text, formatOf(text, 'text')).map(({ at, speaker, text: said }) => [
    at,
    speaker,
    said,
  ])

describe('a transcript', () => {
  it('of Zoom has its speakers before a colon', () => {
    expect(formatOf(zoom, 'text')).toBe('vtt')
    expect(lines(zoom)).toEqual([
      ['0:02', 'Ana Ferreira', 'Thank you all for joining, shall we start with the depots?'],
      ['0:07', 'Pieter de Vries', 'Yes. If one depot is late, everybody is late.'],
      ['1:12:05', '', 'and that has to be gone by March: that is the whole point.'],
    ])
  })

  it('of Teams has its speakers in voice tags', () => {
    expect(formatOf(teams, 'text')).toBe('vtt')
    expect(lines(teams)).toEqual([
      ['0:03', 'Okafor, Michelle', 'I want to close before I have forgotten the month.'],
      ['0:09', 'Rutger de Haan', "Nobody overrules a depot's week & that stays."],
      ['0:09', 'Ana Ferreira', 'Agreed.'],
    ])
  })

  it('in SRT has its lines joined, and voices apart', () => {
    expect(formatOf(subtitles, 'text')).toBe('srt')
    expect(lines(subtitles)).toEqual([
      ['0:01', 'Koen Abels', 'Two things matter most:'],
      ['0:04', '', 'single sign-on and data in the EU.'],
      ['0:08', '', '- Both?'],
      ['0:08', '', '- Both.'],
    ])
  })

  it('that was pasted keeps times and names where they are', () => {
    expect(lines(pasted)).toEqual([
      ['', '', 'Discovery call'],
      ['', '', 'https://calls.example/77'],
      ['12:01', 'Inês Santos', 'It takes four days to collect the workbooks.'],
      ['12:20', 'Ana Ferreira (Acme)', 'And then?'],
      ['', '', 'Next step: send the list'],
    ])
  })

  it.each([
    ['WEBVTT\n\n1:05.5 --> 1:06.5\nShort times', [['1:05', '', 'Short times']]],
    [
      'WEBVTT - title\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nStyled',
      [['0:01', '', 'Styled']],
    ],
    [
      'WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nAfter silence',
      [['0:03', '', 'After silence']],
    ],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana', [['0:01', '', '<v Ana']]],
    [
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<c.yellow><00:01.500>Timed</c> words',
      [['0:01', '', 'Timed words']],
    ],
    ['WEBVTT\r\r00:01.000 --> 00:02.000\rOld line ends', [['0:01', '', 'Old line ends']]],
    ['WEBVTT', []],
  ])('%j is read', (text, expected) => {
    expect(lines(text)).toEqual(expected)
  })

  it('shows a long line in pieces that lose nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z😀.]{1,60}$/u), { minLength: 1 }), (words) => {
        const text = words.join(' ')
        const said = spokenLines(text, 'text').map(({ text: piece }) => piece)
        expect(said.every((piece) => piece.length <= 400)).toBe(true)
        expect(said.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(said.every((piece) => piece.isWellFormed())).toBe(true)
      }),
    )
  })

  it('never fails, whatever it is given', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'WEBVTT\n\n',
        '00:00:01.000 --> 00:00:02.000\n',
        '<v ',
        '>',
        '\r',
        '\n\n',
        '-->',
        '1\n',
      ),
    )
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(...textFormats), (parts, format) => {
        for (const line of spokenLines(parts.join(''), format)) expect(line.text).not.toBe('')
      }),
    )
  })

  it.each(['<', '<v ', '00:01 --> ', '\n', 'A ', '[', '0:', '<v A>', 'a'.repeat(50), '- \n'])(
    'of a million characters of %j takes about ten times as long as of a tenth of them',
    (piece) => {
      const taking = (length: number) => {
        const text = `WEBVTT\n\n00:01.000 --> 00:02.000\n${piece.repeat(length / piece.length)}`
        const started = performance.now()
        spokenLines(text, 'vtt')
        spokenLines(text, 'text')
        return performance.now() - started
      }
      // What grows with the square takes a hundred times as long.
      expect(taking(1_000_000)).toBeLessThan(40 * Math.max(taking(100_000), 5))
    },
  )
})
