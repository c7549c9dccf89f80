import type { Behaviour } from './behaviour.ts'

/** People's `Name` is made of first and last name. */
export const named: Behaviour = {
  prepare: ({ after }) => ({
    ...after,
    Name: [after['FirstName'], after['LastName']].filter(Boolean).join(' ') || after['Name'],
  }),
}
