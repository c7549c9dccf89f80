import { useQuery } from '@tanstack/react-query'
import { ask, keys } from './segue.ts'

/** Reads what was added to a draft from outside Salesforce, without the texts. */
export const useAdded = (draftKey: string) =>
  useQuery({
    queryKey: keys.evidence(draftKey),
    queryFn: () => ask('evidence.list', { draftKey }),
  }).data
