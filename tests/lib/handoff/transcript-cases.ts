/** As Zoom writes it: numbered cues, `Name: ` in front, CRLF. */
export const zoom = [
  'WEBVTT',
  '',
  '1',
  '00:00:02.310 --> 00:00:06.930',
  'Ana Ferreira: Thank you all for joining, shall we start with the depots?',
  '',
  '2',
  '00:00:07.440 --> 00:00:11.100',
  'Pieter de Vries: Yes. If one depot is late, everybody is late.',
  '',
  '3',
  '01:12:05.000 --> 01:12:09.750',
  'and that has to be gone by March: that is the whole point.',
  '',
].join('\r\n')

/** As Teams writes it: a byte order mark, cue names, voice tags over two lines. */
export const teams = `\uFEFFWEBVTT

NOTE duration:"00:41:20.1200000"

8d9a2c31-44e1-4c2c-8d7a-1f6f3d3f2f10/12-0
00:00:03.120 --> 00:00:08.480 align:start position:0%
<v Okafor, Michelle>I want to close before
I have forgotten the month.</v>

8d9a2c31-44e1-4c2c-8d7a-1f6f3d3f2f10/13-0
00:00:09.000 --> 00:00:12.000
<v Rutger de Haan>Nobody overrules a depot&#39;s week &amp; that stays.</v>
<v.loud Ana Ferreira>Agreed.</v>
`

/** As subtitle tools write it: comma in the times, marks, no empty line at the end. */
export const subtitles = `1
00:00:01,600 --> 00:00:04,200
<i>Koen Abels:</i> Two things matter most:

2
00:00:04,300 --> 00:00:07,900
single sign-on
and data in the EU.

3
00:00:08,000 --> 00:00:09,000
- Both?
- Both.`

/** As people paste it from a meeting tool. */
export const pasted = `Discovery call
https://calls.example/77

[00:12:01] Inês Santos: It takes four days to collect the workbooks.
00:12:20 Ana Ferreira (Acme): And then?
Next step: send the list
`
