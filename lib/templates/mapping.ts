import type { Template } from '#lib/handoff/template.ts'

/** The letters of MEDDPICC have no standard field; an admin names this org's own. Null: kept in the handoff only. */
export const meddpiccMapping: Template['mapping'] = {
  'meddpicc.metrics': null,
  'meddpicc.economicBuyer': null,
  'meddpicc.decisionCriteria': null,
  'meddpicc.decisionProcess': null,
  'meddpicc.paperProcess': null,
  'meddpicc.pain': null,
  'meddpicc.champion': null,
  'meddpicc.competition': null,
}

/** BANT’s budget, for orgs that keep it in a field; the other letters share MEDDPICC’s subjects. */
export const bantMapping: Template['mapping'] = { 'bant.budget': null }
