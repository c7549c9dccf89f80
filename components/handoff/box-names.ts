/** Names what is typed of a new contact until the contact is used as the answer. */
export const boxOf = (question: string) => `new-contact ${question}`

/** Names what is typed into a search until somebody is picked. */
export const searchOf = (question: string) => `search ${question}`

/** Names what is pasted until rows are made of it. */
export const listOf = (question: string) => `list ${question}`
