/** The letters of each methodology that one subject answers, so that a template may switch packs. */
export const coverage = {
  metrics: ['MEDDPICC.metrics', 'MEDDIC.metrics', 'SPICED.impact'],
  economicBuyer: ['MEDDPICC.economicBuyer', 'MEDDIC.economicBuyer', 'BANT.authority'],
  decisionCriteria: ['MEDDPICC.decisionCriteria', 'MEDDIC.decisionCriteria'],
  decisionProcess: ['MEDDPICC.decisionProcess', 'MEDDIC.decisionProcess', 'SPICED.decision'],
  paperProcess: ['MEDDPICC.paperProcess'],
  pain: ['MEDDPICC.pain', 'MEDDIC.pain', 'BANT.need', 'SPICED.pain'],
  champion: ['MEDDPICC.champion', 'MEDDIC.champion'],
  competition: ['MEDDPICC.competition'],
  situation: ['SPICED.situation'],
  criticalEvent: ['SPICED.criticalEvent'],
  budget: ['BANT.budget'],
  timing: ['BANT.timing'],
} as const satisfies Record<string, readonly string[]>

/** A subject that the methodology packs ask about under their own letters. */
export type Subject = keyof typeof coverage

/** The letters that a question about these subjects covers, in every pack. */
export function covers(...subjects: readonly Subject[]): string[] {
  return subjects.flatMap((subject) => coverage[subject])
}
