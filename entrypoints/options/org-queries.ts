import { ask, keys, queries } from '#components/hooks/segue.ts'

/** Who the user is, and where. */
export const identityQuery = { queryKey: keys.identity, queryFn: () => ask('identity.read', {}) }

/** What the org offers this user. */
export const doctorQuery = { queryKey: keys.doctor, queryFn: () => ask('doctor.read', {}) }

/** How our objects are called: to be asked once the org was looked at, which finds a namespace. */
export const namesQuery = {
  queryKey: keys.names,
  queryFn: async () => {
    await queries.fetchQuery(doctorQuery)
    return ask('install.names', {})
  },
}
