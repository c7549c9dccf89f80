/** A deal under its customer, as a heading: "Harbor Foods: New business". A deal may have no account. */
export function dealTitle({
  accountName,
  opportunityName,
}: {
  readonly accountName: string
  readonly opportunityName: string
}): string {
  return [accountName, opportunityName].filter((name) => name !== '').join(': ')
}
