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
type NewSession = Omit<Session, 'id'>

/** The sessions of one org. */
export interface Sessions {
  readonly open: (session: NewSession) => Session
  /** The session of an id, unless it has ended or was not used for too long; finding it uses it. */
  readonly find: (id: string) => Session | undefined
  readonly end: (id: string) => void
  readonly endAll: () => void
}

/** What sessions are made with. */
export interface SessionPorts {
  readonly orgId: string
  readonly random: () => number
  readonly now: () => Date
  /** How long a session lasts without being used. */
  readonly timeoutMinutes: () => number
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._'
const SECRET_LENGTH = 88
const MINUTE = 60_000

/** Keeps sessions named as Salesforce names them: the 15-character org id, `!`, then chance. */
export function createSessions({ orgId, random, now, timeoutMinutes }: SessionPorts): Sessions {
  const sessions = new Map<string, { readonly session: Session; readonly usedAt: number }>()
  const touch = (session: Session): Session => {
    sessions.set(session.id, { session, usedAt: now().getTime() })
    return session
  }
  return {
    open: (session) =>
      touch({ ...session, id: `${orgId.slice(0, 15)}!${secret(random, SECRET_LENGTH)}` }),
    find: (id) => {
      const known = sessions.get(id)
      if (!known) return undefined
      const idle = now().getTime() - known.usedAt
      if (idle <= timeoutMinutes() * MINUTE) return touch(known.session)
      sessions.delete(id)
      return undefined
    },
    end: (id) => void sessions.delete(id),
    endAll: () => sessions.clear(),
  }
}

/** Letters and digits by chance, as sessions, codes and tokens are made of. */
export function secret(random: () => number, length: number): string {
  const letter = () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length))
  return Array.from({ length }, letter).join('')
}
