/** Sends the handoff. */
export const ana = { id: '005Hs00000006RMIAY', name: 'Ana Ferreira' } as const

/** Receives it. */
export const ben = { id: '005Hs00000009f3IAA', name: 'Ben Kowalski' } as const

/** Manages both of them. */
export const mara = { id: '005Hs00000005MnIAI', name: 'Mara Delacroix' } as const

/** Sees the whole org. */
export const remy = { id: '005Hs0000000AjcIAE', name: 'Remy Haddad' } as const

/** Ana's won deal, the one that is handed over. */
export const brightwater = {
  id: '006Hs0000000847IAA',
  name: 'Brightwater Logistics – Planning Platform 2027',
} as const

/** Another won deal of Ana's. */
export const sahara = {
  id: '006Hs0000000CMNIA2',
  name: 'نخلة الصحراء – التخطيط المالي',
} as const
