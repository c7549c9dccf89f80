/** How many of each are read of a deal, of which there may be more. */
export const mostRead = { contactRoles: 200, products: 200, team: 200, cases: 20 } as const
