/** TanStack's endless queries where there are none: pages of a history are added to what was read. */
export function infiniteQueryBehavior(): never {
  throw new Error('Endless queries are not built in.')
}

export const hasNextPage = (): boolean => false
export const hasPreviousPage = (): boolean => false
