import { useQuery } from '@tanstack/react-query'
import { policyQuery } from '#components/hooks/use-policy.ts'
import { CompanyPolicy } from '#components/options/company-policy.tsx'
import { Card, Section } from '#components/options/section.tsx'
import { SignedInAs } from '#components/options/signed-in-as.tsx'
import { TroubleState } from '#components/trouble/trouble-state.tsx'
import { Doctor } from './doctor.tsx'
import { Names } from './names.tsx'
import { identityQuery } from './org-queries.ts'
import { SignInChoice } from './sign-in-choice.tsx'

/** Who acts in which org, how they are let in, and what stands in the way. */
export function SignIn() {
  const { data, refetch } = useQuery(identityQuery)
  const policy = useQuery(policyQuery)
  return (
    <Section title="Sign-in and org health">
      <Card title="Who you are in Salesforce">
        {data === undefined && <p>Asking Salesforce…</p>}
        {data?.outcome === 'ok' && <SignedInAs identity={data.value} />}
        {data?.outcome === 'trouble' && (
          <TroubleState trouble={data.trouble} onAction={() => void refetch()} />
        )}
      </Card>
      <Doctor />
      <SignInChoice />
      <Names />
      {policy.data && <CompanyPolicy {...policy.data} />}
    </Section>
  )
}
