import { createContext } from 'react'

/** Whether the surface is a tab of its own, which shows no Salesforce and is not closed by a button. */
export const InTab = createContext(false)
