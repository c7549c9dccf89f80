import { openOpportunity, seeLauncher, signInAsOutgoing } from './arriving.ts'
import type { Step } from './stage.ts'

/** The tour, in order. A new step is a function in a file of its chapter and a line here. */
export const steps: readonly Step[] = [
  { name: 'sign in as the outgoing owner', play: signInAsOutgoing },
  { name: 'open the opportunity', play: openOpportunity },
  { name: 'see the launcher', play: seeLauncher },
]
