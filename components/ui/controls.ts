/** Selects whatever can be operated and may have the focus. */
export const controls = ':is(a[href], button, input, select, summary, textarea)'
