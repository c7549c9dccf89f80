import type { Deployment } from '#lib/salesforce/deployment.ts'
import { Notice } from '#components/ui/notice.tsx'
import styles from './options.module.css'

interface DeploymentViewProps {
  readonly deployment: Deployment
  /** Whether it only tries. */
  readonly isTrial: boolean
}

/** How far a deployment is, and what it was refused for. */
export function DeploymentView({ deployment, isTrial }: DeploymentViewProps) {
  const { isDone, isSuccess, status, deployed, total, failures } = deployment
  if (!isDone)
    return (
      <output className={styles['progress']}>
        <progress value={deployed} max={Math.max(total, 1)} aria-label="Deployment" />
        <span>
          {status === 'Pending' ? 'Waiting for Salesforce…' : `${deployed} of ${total} components`}
        </span>
      </output>
    )
  if (isSuccess)
    return (
      <Notice tone="good" title={isTrial ? 'It would succeed' : 'The package is in your org'}>
        <p>
          {isTrial
            ? `${total} components were checked. Nothing was changed.`
            : `${total} components were deployed. Now give people a permission set.`}
        </p>
      </Notice>
    )
  return (
    <Notice tone="bad" title="Salesforce refused the package">
      <p>Nothing was changed in your org. {failures.length} problems were named:</p>
      <ul className={styles['failures']}>
        {failures.map(({ name, problem }) => (
          <li key={`${name}${problem}`} dir="auto">
            <strong>{name}</strong> {problem}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
