/** A session as the org keeps it. */
export interface Session {
  readonly id: string
  readonly userId: string
  /** Sessions of Lightning pages may not call the API. */
  readonly mayCallApi: boolean
  /** Sessions given by OAuth pass where API Access Control refuses those of the browser. */
  readonly fromOAuth: boolean
}

/** What a new session is like. */
export type NewSession = Omit<Session, 'id'>

/** The sessions of one org. */
export interface Sessions {
  readonly open: (session: NewSession) => Session
  readonly find: (id: string) => Session | undefined
  readonly end: (id: string) => void
  readonly endAll: () => void
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._'
const SECRET_LENGTH = 88

/** Keeps sessions named as Salesforce names them: the 15-character org id, `!`, then chance. */
export function createSessions(orgId: string, random: () => number): Sessions {
  const sessions = new Map<string, Session>()
  return {
    open: (session) => {
      const opened = { ...session, id: `${orgId.slice(0, 15)}!${secret(random, SECRET_LENGTH)}` }
      sessions.set(opened.id, opened)
      return opened
    },
    find: (id) => sessions.get(id),
    end: (id) => void sessions.delete(id),
    endAll: () => sessions.clear(),
  }
}

/** Letters and digits by chance, as sessions, codes and tokens are made of. */
export function secret(random: () => number, length: number): string {
  const letter = () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length))
  return Array.from({ length }, letter).join('')
}
