/** TanStack's watch on the network where every query is the worker's, which is always there. */
export const onlineManager = {
  isOnline: () => true,
  /** Nothing ever changes, so nobody is told. */
  subscribe: () => () => undefined,
}
