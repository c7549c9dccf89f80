import { Pill } from '#components/ui/pill.tsx'

/** Says that the user cannot change this, and who can. */
export function ByCompany() {
  return (
    <span>
      <Pill icon="lock">Set by your company</Pill>
    </span>
  )
}
