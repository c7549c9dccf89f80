import type { Section } from '#lib/handoff/template.ts'
import { blocksSubmit } from './demands.ts'

/** Promises, objections and risks that travel with the customer. */
export const promises: Section = {
  key: 'promises',
  title: 'Promises and risks',
  about: 'Nobody is blamed for a promise that is written down here.',
  weight: 20,
  questions: [
    {
      key: 'promise',
      label: 'Everything we promised',
      help: 'Also what was only said aloud: the words, to whom, by whom, until when, whether the contract says it, and whether it is a stretch.',
      example:
        '“Single sign-on will work before you start”, to Dana Cole, by me, by 1 June, in a mail of 3 May, not in the contract, a stretch.',
      answer: { type: 'commitments' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'No promise was made beyond the contract, and I asked',
      brief: 'promised',
    },
    {
      key: 'objections',
      label: 'Objections, and what settled them',
      help: 'What they objected to, who raised it, what you answered and what worked. Mark what must not be opened again, and what nobody said aloud.',
      example:
        'Price too high (Lee Park): compared with two hires, that settled it; resolved, do not reopen.',
      answer: { type: 'objections' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'No objection was raised, and I asked',
      brief: 'do-not-reopen',
    },
    {
      key: 'risk',
      label: 'What could go wrong',
      help: 'The risk, how bad it would be, what lowers it, and who looks after it.',
      example: 'Dana Cole may change jobs in autumn; high; bring in her deputy now; Ben Ortiz.',
      answer: { type: 'risks' },
      tier: 'account-team',
      requirements: blocksSubmit,
      none: 'I see no risk, and I looked for one',
      brief: 'risks',
    },
  ],
}
