import { createContext, use } from 'react'

/** Opens the history to look for evidence of a question, or of any. */
export interface EvidenceDesk {
  readonly open: (question: string | null) => void
  /** How much was added from elsewhere. */
  readonly added: number
}

const DeskContext = createContext<EvidenceDesk | null>(null)

/** Gives everything inside a way to the history. */
export const WithEvidenceDesk = DeskContext.Provider

/** The way to the history; null where there is none, as for readers. */
export function useEvidenceDesk(): EvidenceDesk | null {
  return use(DeskContext)
}
