/** A contact who was found, or who plays a part in the deal already. */
export interface FoundContact {
  readonly contactId: string
  readonly name: string
  readonly title: string
  readonly email: string
  readonly phone: string
  /** The part they play already. */
  readonly role?: string
  readonly accountName?: string
}

/** What a search has found; `problem` is a sentence when it could not search. */
export interface Found {
  readonly contacts: readonly FoundContact[]
  readonly problem?: string | undefined
}

/** Finds contacts of the deal's account by name, title or mail address. */
export type SearchContacts = (text: string) => Promise<Found>

/** Whose contact somebody becomes, to stand behind "new contact"; empty where the deal has no account. */
export function ofAccount({ accountName }: { readonly accountName: string }): string {
  return accountName === '' ? '' : ` of ${accountName}`
}
