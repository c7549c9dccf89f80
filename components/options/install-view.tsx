import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { EffectButton } from '#components/ui/effect-button.tsx'
import { deployedNames, type NameSettings } from '#lib/salesforce/names.ts'
import { namedObjects } from '#lib/salesforce/typed-names.ts'
import styles from './options.module.css'
import { Card } from './section.tsx'

interface InstallViewProps {
  /** The org's API host. */
  readonly host: string
  /** How the objects are called there. */
  readonly names: NameSettings
  /** An object of the org that has the name of one of ours, and would be changed; null without one. */
  readonly taken: string | null
  readonly isRunning: boolean
  /** How the last deployment stands, or what stood in the way. */
  readonly outcome: ReactNode
  readonly onTry: () => void
  readonly onDeploy: () => void
}

/** The commands that do the same from a terminal, also under other names of the objects. */
export function commandsFor(host: string, { objects = {} }: NameSettings): string {
  const renamed = namedObjects.flatMap((key) =>
    objects[key] === undefined ? [] : `${deployedNames[key].object}=${objects[key]}`,
  )
  return [
    `sf org login web --alias segue-org --instance-url https://${host}`,
    ...(renamed.length === 0
      ? ['cd salesforce']
      : [
          `npx node salesforce/rename.ts --out ../segue-package ${renamed.join(' ')}`,
          'cd ../segue-package',
        ]),
    'sf project deploy validate --source-dir force-app --target-org segue-org',
    'sf project deploy start --source-dir force-app --target-org segue-org',
    'sf org assign permset --name Segue_User --target-org segue-org --on-behalf-of user@example.com',
  ].join('\n')
}

/** Deploying the package from here, or by commands. */
export function InstallView(props: InstallViewProps) {
  const { host } = props
  return (
    <Card
      title={`The package for ${host}`}
      intro="Objects, fields, rules, layouts and three permission sets. No code runs in your org. You need “Modify Metadata Through Metadata API Functions” or “Modify All Data”."
    >
      <Way {...props} />
    </Card>
  )
}

function Way(props: InstallViewProps) {
  const { names, taken } = props
  if (names.namespace !== undefined) return <FromItsPackage namespace={names.namespace} />
  if (names.objects) return <Renamed {...props} />
  return taken === null ? <FromHere {...props} /> : <Taken object={taken} />
}

/** Deploying would make the org's own object ours. */
function Taken({ object }: { readonly object: string }) {
  return (
    <p>
      This org has a {object} of its own, which a deployment would change. Choose another name for
      Segue’s under “Sign-in and org health” → “Names in this org”; the commands that deploy it so
      are then here.
    </p>
  )
}

/** What an org got with a namespace can only be renewed by the package that brought it. */
function FromItsPackage({ namespace }: { readonly namespace: string }) {
  return (
    <p>
      In this org the package has the namespace “{namespace}”. What is deployed from here has none
      and would stand beside it, so a newer version has to come from that package: Setup → Installed
      Packages shows it.
    </p>
  )
}

/** The extension carries the package under its own names only. */
function Renamed({ host, names, outcome }: InstallViewProps) {
  return (
    <>
      <p>
        In this org the objects have other names. From this page they could only be deployed under
        their own; these commands make a copy of the package with your names and deploy that, from a
        checkout of Segue.
      </p>
      <pre className={styles['commands']}>{commandsFor(host, names)}</pre>
      <div className={styles['buttons']}>
        <CopyButton text={() => commandsFor(host, names)}>Copy the commands</CopyButton>
      </div>
      {outcome}
    </>
  )
}

function FromHere({ host, names, isRunning, outcome, onTry, onDeploy }: InstallViewProps) {
  return (
    <>
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
        <CopyButton text={() => commandsFor(host, names)}>Copy the commands instead</CopyButton>
      </div>
      {outcome}
      <details>
        <summary>Commands, and how to remove it again</summary>
        <pre className={styles['commands']}>{commandsFor(host, names)}</pre>
        <p>
          To remove: take the permission sets from people, export the records you want to keep,
          delete the objects in Setup. Deleting an object deletes its records. salesforce/README.md
          has the command.
        </p>
      </details>
    </>
  )
}
