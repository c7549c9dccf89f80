import type { Template } from './template.ts'

/** How near somebody is to a deal that is handed over. */
export interface Closeness {
  /** Their role in the deal's team; null when they are not in it. */
  readonly dealTeam: string | null
  readonly accountTeam: string | null
  readonly ownsDeal: boolean
  readonly ownsAccount: boolean
  /** The name of a handoff of this deal that they took over before. */
  readonly before: string | null
  /** How many handoffs of this sender they have taken over. */
  readonly tookOver: number
  /** Their title is one that takes over handoffs of this kind. */
  readonly titleFits: boolean
  /** How many handoffs they have in hand, of those the sender may see. */
  readonly inHand: number
}

/** Nobody in particular. */
export const stranger: Closeness = {
  dealTeam: null,
  accountTeam: null,
  ownsDeal: false,
  ownsAccount: false,
  before: null,
  tookOver: 0,
  titleFits: false,
  inHand: 0,
}

const team = (name: string, role: string) => (role === '' ? name : `${name}: ${role}`)
const times = (count: number) => (count === 1 ? '1 handoff' : `${count} handoffs`)

/** Why somebody is suggested, the best reason first; empty when nothing speaks for them. */
export function reasonsFor(near: Closeness): readonly string[] {
  const { dealTeam, accountTeam, ownsDeal, ownsAccount, before, tookOver, titleFits } = near
  const reasons = [
    ...(accountTeam === null ? [] : [team('Account team', accountTeam)]),
    ...(dealTeam === null ? [] : [team('Opportunity team', dealTeam)]),
    ...(ownsAccount ? ['Account owner'] : []),
    ...(ownsDeal ? ['Opportunity owner'] : []),
    ...(before === null ? [] : [`Took over before (${before})`]),
    ...(tookOver === 0 ? [] : [`Took over ${times(tookOver)} of yours`]),
    ...(titleFits ? ['Title fits'] : []),
  ]
  return reasons.length === 0 || near.inHand === 0
    ? reasons
    : [...reasons, `${times(near.inHand)} in hand`]
}

/** How much speaks for somebody: whoever knows the customer first; among equals, who has less in hand. */
export function nearness(near: Closeness): number {
  const { dealTeam, accountTeam, ownsDeal, ownsAccount, before, tookOver, titleFits } = near
  const known = [dealTeam !== null, accountTeam !== null, ownsAccount, before !== null]
  const points = known.filter(Boolean).length * 4 + Number(ownsDeal) + Number(tookOver > 0)
  const fits = titleFits ? 2 : 0
  return points === 0 && fits === 0 ? 0 : points + fits - Math.min(near.inHand, 20) / 100
}

/** Parts of the titles of people who usually take over, by kind of handoff. */
export const fittingTitles: Readonly<Record<Template['kind'], readonly string[]>> = {
  'sdr-ae': ['account executive', 'account manager'],
  'ae-csm': ['customer success', 'onboarding', 'implementation'],
  territory: ['account executive', 'account manager'],
  'csm-csm': ['customer success'],
}
