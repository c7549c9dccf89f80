import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import styles from './options.module.css'
import { Card } from './section.tsx'

interface InstallViewProps {
  /** The org's API host. */
  readonly host: string
  readonly isRunning: boolean
  /** How the last deployment stands, or what stood in the way. */
  readonly outcome: ReactNode
  readonly onTry: () => void
  readonly onDeploy: () => void
  readonly onCopy: () => void
}

/** The commands that do the same from a terminal. */
export function commandsFor(host: string): string {
  return [
    `sf org login web --alias segue-org --instance-url https://${host}`,
    'cd salesforce',
    'sf project deploy validate --source-dir force-app --target-org segue-org',
    'sf project deploy start --source-dir force-app --target-org segue-org',
    'sf org assign permset --name Segue_User --target-org segue-org --on-behalf-of user@example.com',
  ].join('\n')
}

/** Deploying the package from here, or by commands. */
export function InstallView(props: InstallViewProps) {
  const { host, isRunning, outcome, onTry, onDeploy, onCopy } = props
  return (
    <Card
      title={`The package for ${host}`}
      intro="Objects, fields, rules, layouts and three permission sets. No code runs in your org. You need “Modify Metadata Through Metadata API Functions” or “Modify All Data”."
    >
      <p>
        Try it first: nothing is changed then. Try it in a sandbox before production. Deploying
        again upgrades: fields are added, none is removed, and no record is touched.
      </p>
      <div className={styles['buttons']}>
        <Button disabled={isRunning} onClick={onTry}>
          Only try
        </Button>
        <EffectButton look="main" disabled={isRunning} onPress={onDeploy}>
          Deploy to this org
        </EffectButton>
        <Button onClick={onCopy}>Copy the commands instead</Button>
      </div>
      {outcome}
      <details>
        <summary>Commands, and how to remove it again</summary>
        <pre className={styles['commands']}>{commandsFor(host)}</pre>
        <p>
          To remove: take the permission sets from people, export the records you want to keep,
          delete the objects in Setup. Deleting an object deletes its records. salesforce/README.md
          has the command.
        </p>
      </details>
    </Card>
  )
}
