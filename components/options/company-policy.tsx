import type { PolicyKey } from '#lib/policy/policy.ts'
import { Notice } from '#components/ui/notice.tsx'
import { ByCompany } from './by-company.tsx'
import styles from './options.module.css'
import { Card } from './section.tsx'

interface CompanyPolicyProps {
  readonly set: readonly { readonly key: PolicyKey; readonly value?: unknown }[]
  readonly unreadable: readonly PolicyKey[]
  /** Addresses of templates that have not given one. */
  readonly missing: readonly string[]
}

const words: Readonly<Record<PolicyKey, string>> = {
  allowedOrgs: 'Orgs in which Segue works',
  signIn: 'How you sign in',
  oauthClients: 'Apps to sign in with',
  objectNames: 'Names of Segue’s objects, by org',
  templates: 'Templates for everybody',
  lockedTemplates: 'The only templates that are offered',
  narrowestTier: 'Answers that may leave this computer are meant at least for',
  bypass: 'Sending what is not complete',
  keepTrashDays: 'Days until discarded drafts are forgotten',
  keepSentDays: 'Days until sent handoffs are forgotten here',
  keepCopiesDays: 'Days until copies are forgotten',
  ai: 'Language models',
}

/** What the company has decided; nothing when it has decided nothing. */
export function CompanyPolicy({ set, unreadable, missing }: CompanyPolicyProps) {
  if (set.length === 0) return null
  return (
    <Card
      title="Set by your company"
      intro="These hold whatever you choose. Who manages this browser can change them."
    >
      {unreadable.length > 0 && (
        <Notice tone="warning" title="A part of your company’s policy cannot be read">
          <p>
            The strictest value holds instead: {unreadable.map((key) => words[key]).join(', ')}.
            Tell who manages this browser.
          </p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="warning" title="Templates of your company that are not there yet">
          <p>
            Those with an address are read when you open a deal in their org, and asked for again
            every hour; others cannot be used as they are written: {missing.join(', ')}. If this
            stays, tell who manages this browser.
          </p>
        </Notice>
      )}
      <dl className={styles['facts']}>
        {set.map(({ key, value }) => (
          <div key={key}>
            <dt>{words[key]}</dt>
            <dd>
              {inWords(key, value)} <ByCompany />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const choices: Readonly<Record<string, string>> = {
  recipient: 'the recipient',
  'account-team': 'the account team',
  everyone: 'everybody who may see the deal',
  'with-manager': 'when a manager stands behind it',
  never: 'never',
  session: 'with the session of this browser',
  oauth: 'with your company’s app',
  user: 'as you prefer',
}

function inWords(key: PolicyKey, value: unknown): string {
  if (key === 'oauthClients' || key === 'templates' || key === 'objectNames')
    return String(Array.isArray(value) ? value.length : 0)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  if (typeof value === 'boolean') return value ? 'allowed' : 'off'
  return choices[String(value)] ?? String(value)
}
