import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ask, keys } from '#components/hooks/segue.ts'
import { Card } from '#components/options/section.tsx'
import { SignInWay } from '#components/options/sign-in-way.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Trouble } from '#lib/messaging/trouble.ts'

/** How Segue is let in to the org used last. Shows nothing before there is an org. */
export function SignInChoice() {
  const { data, refetch } = useQuery({
    queryKey: keys.signIn,
    queryFn: () => ask('sign-in.read', {}),
  })
  const [isSigningIn, setSigningIn] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [done, setDone] = useState<ReactNode>(null)
  if (data?.outcome !== 'ok') return null
  const settings = data.value
  const signIn = async () => {
    setSigningIn(true)
    setTrouble(null)
    setDone(null)
    const outcome = await begin()
    setSigningIn(false)
    if (outcome.outcome === 'trouble') return setTrouble(outcome.trouble)
    setDone(<Notice tone="good" title="You are signed in." />)
    await refetch()
  }
  const signOut = async () => {
    await ask('sign-in.end', {})
    setDone(signedOut)
    await refetch()
  }
  const choose = async (choice: Parameters<Parameters<typeof SignInWay>[0]['onChoose']>[0]) => {
    setDone(null)
    await ask('sign-in.choose', choice)
    await refetch()
  }
  return (
    <Card title={`How you sign in to ${settings.host}`}>
      <SignInWay
        {...{ settings, isSigningIn }}
        onChoose={(choice) => void choose(choice)}
        onSignIn={() => void signIn()}
        onSignOut={() => void signOut()}
      />
      {trouble && <TroubleState trouble={trouble} onAction={() => setTrouble(null)} />}
      {!trouble && done}
    </Card>
  )
}

const signedOut = (
  <Notice tone="good" title="Segue’s own sign-in has ended">
    <p>Your browser may still be signed in to Salesforce.</p>
  </Notice>
)

const refused: Trouble = {
  kind: 'sign-in-refused',
  detail: 'Chrome was not allowed to open a sign-in window for Segue.',
  fields: [],
}

/** Chrome grants the permission only while the press that asks for it is being handled. */
async function begin() {
  const isGranted = await chrome.permissions.request({ permissions: ['identity'] })
  if (!isGranted) return { outcome: 'trouble' as const, trouble: refused }
  return ask('sign-in.begin', {})
}
