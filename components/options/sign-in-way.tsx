import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextBox } from '#components/ui/text-box.tsx'
import { Radio } from '#components/ui/tick-box.tsx'
import { ByCompany } from './by-company.tsx'
import styles from './options.module.css'

/** How the user signs in to an org. */
export interface SignInSettings {
  readonly host: string
  readonly way: 'session' | 'oauth'
  readonly clientId: string
  readonly decided: { readonly way: boolean; readonly clientId: boolean }
  /** With the company’s app, and not out since. */
  readonly isSignedIn: boolean
  readonly redirectUri: string
}

interface SignInWayProps {
  readonly settings: SignInSettings
  readonly isSigningIn: boolean
  readonly onChoose: (choice: Pick<SignInSettings, 'way' | 'clientId'>) => void
  readonly onSignIn: () => void
  readonly onSignOut: () => void
}

/** The two ways to be let in, and the app for the second one. */
export function SignInWay(props: SignInWayProps) {
  const { settings, onChoose } = props
  const { way, clientId, decided } = settings
  return (
    <>
      <fieldset disabled={decided.way} className={styles['choices']}>
        <legend>Segue calls Salesforce</legend>
        <Radio
          group="way"
          checked={way === 'session'}
          onChosen={() => onChoose({ way: 'session', clientId })}
        >
          with the session of this browser. Nothing to set up.
        </Radio>
        <Radio
          group="way"
          checked={way === 'oauth'}
          onChosen={() => onChoose({ way: 'oauth', clientId })}
        >
          with your company’s own app (OAuth), where browser sessions may not use the API.
        </Radio>
      </fieldset>
      {decided.way && <ByCompany />}
      {way === 'oauth' && <App {...props} />}
    </>
  )
}

function App({ settings, isSigningIn, onChoose, onSignIn, onSignOut }: SignInWayProps) {
  const { clientId, decided, isSignedIn, redirectUri } = settings
  const [typed, setTyped] = useState(clientId)
  const keep = () => {
    if (typed.trim() !== clientId) onChoose({ way: 'oauth', clientId: typed })
  }
  return (
    <div className={styles['form']}>
      {decided.clientId ? (
        <p>
          Consumer key: <code>{clientId}</code> <ByCompany />
        </p>
      ) : (
        <div onBlur={keep}>
          <Field
            label="Consumer key of the External Client App"
            hint="From Setup → External Client App Manager. Your Salesforce admin has it; it is no secret."
          >
            {(names) => <TextBox names={names} lines="one" value={typed} onText={setTyped} />}
          </Field>
        </div>
      )}
      <p>
        The app has to name this callback address: <code>{redirectUri}</code>
      </p>
      <div className={styles['buttons']}>
        <Button look="main" disabled={clientId === '' || isSigningIn} onClick={onSignIn}>
          {isSigningIn ? 'Waiting for Salesforce…' : 'Sign in with your company’s app'}
        </Button>
        <Button disabled={isSigningIn || !isSignedIn} onClick={onSignOut}>
          Sign out
        </Button>
      </div>
    </div>
  )
}
