import { describe, expect, it } from 'vitest'

import { readCommandLine } from '#demo/launch/command-line.ts'

describe('the command line', () => {
  it('serves acme on a free port when nothing is said', () => {
    const { orgs, port, headless, out } = readCommandLine([])
    expect(orgs).toEqual([expect.stringMatching(/demo.orgs.acme$/)])
    expect({ port, headless, out }).toEqual({ port: 0, headless: false, out: undefined })
  })

  it('takes several orgs and a port', () => {
    const words = ['--org', 'a', '--org=b', '--port', '8443', '--headless', '--out', 'c']
    expect(readCommandLine(words)).toEqual({
      orgs: ['a', 'b'],
      port: 8443,
      headless: true,
      out: 'c',
    })
  })

  it.each([[['--port', 'x']], [['--port', '70000']], [['--nonsense']], [['word']]])(
    'refuses %j',
    (words) => {
      expect(() => readCommandLine(words)).toThrow(Error)
    },
  )
})
