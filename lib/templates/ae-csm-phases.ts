import type { PhasePlan } from '#lib/handoff/template.ts'

const express: PhasePlan[] = [
  {
    phase: 'shadow',
    anchor: 'won',
    from: { amount: 0, unit: 'days' },
    to: { amount: 1, unit: 'days' },
    communicationOwner: 'outgoing',
    variants: ['express'],
  },
  {
    phase: 'joint',
    anchor: 'won',
    from: { amount: 1, unit: 'days' },
    to: { amount: 3, unit: 'days' },
    communicationOwner: 'outgoing',
    variants: ['express'],
  },
  {
    phase: 'lead',
    anchor: 'won',
    from: { amount: 3, unit: 'days' },
    to: { amount: 14, unit: 'days' },
    communicationOwner: 'incoming',
    variants: ['express'],
  },
  {
    phase: 'exit',
    anchor: 'won',
    from: { amount: 14, unit: 'days' },
    to: { amount: 30, unit: 'days' },
    communicationOwner: 'incoming',
    variants: ['express'],
  },
]

const untilKickoff: PhasePlan[] = [
  {
    phase: 'shadow',
    anchor: 'won',
    from: { amount: 0, unit: 'business-days' },
    to: { amount: 2, unit: 'business-days' },
    communicationOwner: 'outgoing',
    variants: ['standard', 'enterprise'],
  },
  {
    phase: 'joint',
    anchor: 'won',
    from: { amount: 2, unit: 'business-days' },
    to: { amount: 10, unit: 'business-days' },
    communicationOwner: 'outgoing',
    variants: ['standard', 'enterprise'],
  },
]

const standard: PhasePlan[] = [
  {
    phase: 'lead',
    anchor: 'kickoff',
    from: { amount: 0, unit: 'days' },
    to: { amount: 14, unit: 'days' },
    communicationOwner: 'incoming',
    variants: ['standard'],
  },
  {
    phase: 'exit',
    anchor: 'kickoff',
    from: { amount: 14, unit: 'days' },
    to: { amount: 16, unit: 'days' },
    communicationOwner: 'incoming',
    variants: ['standard'],
  },
]

const enterprise: PhasePlan[] = [
  {
    phase: 'lead',
    anchor: 'kickoff',
    from: { amount: 0, unit: 'days' },
    to: { amount: 21, unit: 'days' },
    communicationOwner: 'incoming',
    variants: ['enterprise'],
  },
  {
    phase: 'exit',
    anchor: 'kickoff',
    from: { amount: 21, unit: 'days' },
    to: { amount: 31, unit: 'days' },
    communicationOwner: 'incoming',
    variants: ['enterprise'],
  },
]

/** The seller speaks to the customer until the kickoff, the successor from the kickoff on. */
export const phases: PhasePlan[] = [...express, ...untilKickoff, ...standard, ...enterprise]
