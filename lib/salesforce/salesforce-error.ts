import type { Duplicates, Trouble } from './trouble.ts'
import type { TroubleKind } from './trouble-kind.ts'
import { withoutSecrets } from './without-secrets.ts'

interface Circumstances {
  /** Salesforce's error code, such as `FIELD_CUSTOM_VALIDATION_EXCEPTION`. */
  readonly code?: string
  /** The fields Salesforce names, with their object in front where it is known. */
  readonly fields?: readonly string[]
  /** Where the user can mend it. */
  readonly url?: string
  /** Milliseconds Salesforce asked us to wait. */
  readonly retryAfter?: number | null
  /** Where the package is, when it is not where it was looked for; empty: without a namespace. */
  readonly namespace?: string | undefined
  /** Who is there already instead of a new contact. */
  readonly duplicates?: Duplicates | undefined
  readonly cause?: unknown
}

/** A refusal by Salesforce, by what lies on the way to it, or before anything is sent (`not-now`). `message` holds the words of whoever refuses. */
export class SalesforceError extends Error {
  override readonly name = 'SalesforceError'
  readonly kind: TroubleKind
  readonly code: string
  readonly fields: readonly string[]
  readonly url: string | undefined
  readonly retryAfter: number | null
  readonly namespace: string | undefined
  readonly duplicates: Duplicates | undefined

  constructor(kind: TroubleKind, message: string, circumstances: Circumstances = {}) {
    super(withoutSecrets(message), { cause: circumstances.cause })
    this.kind = kind
    this.code = circumstances.code ?? ''
    this.fields = circumstances.fields ?? []
    this.url = circumstances.url
    this.retryAfter = circumstances.retryAfter ?? null
    this.namespace = circumstances.namespace
    this.duplicates = circumstances.duplicates
  }
}

/** The code of a refusal that is none of Salesforce's: the network gave no answer at all, or only a part. */
export const noAnswer = 'NO_ANSWER'

/** What the sign-in page of a network or a company's proxy says in Salesforce's place. */
export function answeredByOthers(): SalesforceError {
  return new SalesforceError('unreachable', 'Something other than Salesforce answered.', {
    code: noAnswer,
  })
}

const lostAnswers: ReadonlySet<TroubleKind> = new Set(['unreachable', 'not-salesforce', 'unknown'])

/** Whether a write that failed so may have happened all the same: its answer was lost, garbled or never given. */
export function mayHaveHappened(error: SalesforceError): boolean {
  return lostAnswers.has(error.kind)
}

/** Whether somebody else saves the row at this very moment. */
export function isBriefLock({ code }: Pick<SalesforceError, 'code'>): boolean {
  return code === 'UNABLE_TO_LOCK_ROW'
}

/** The error as data for surfaces. */
export function troubleOf(error: SalesforceError): Trouble {
  const { kind, message, fields, url, duplicates } = error
  return {
    kind,
    detail: message,
    fields: [...fields],
    ...(url === undefined ? {} : { url }),
    ...(duplicates ? { duplicates } : {}),
  }
}
