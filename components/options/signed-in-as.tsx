import type { Identity } from '#lib/salesforce/identity.ts'
import { Name } from '#components/ui/name.tsx'

interface SignedInAsProps {
  readonly identity: Identity
}

/** Under whose name everything is read and written. */
export function SignedInAs({ identity }: SignedInAsProps) {
  return (
    <p>
      Acting as <Name>{identity.userName}</Name> in <Name>{identity.host}</Name>. Everything Segue
      reads or writes, it does under this name and its permissions.
    </p>
  )
}
