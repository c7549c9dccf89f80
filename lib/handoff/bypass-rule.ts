/** Who may wave a handoff through that is not complete. */
export const bypasses = ['with-manager', 'never'] as const
