import { openOpportunity, seeLauncher, signInAsOutgoing } from './arriving.ts'
import { chooseRecipient, openPanel, submit, writeAnswers } from './handing-over.ts'
import type { Step } from './stage.ts'
import {
  accept,
  openInbox,
  readPacket,
  sayBack,
  seeBadge,
  signInAsRecipient,
} from './taking-over.ts'

/** The tour, in order. A new step is a function in a file of its chapter and a line here. */
export const steps: readonly Step[] = [
  { name: 'sign in as the outgoing owner', play: signInAsOutgoing },
  { name: 'open the opportunity', play: openOpportunity },
  { name: 'see the launcher', play: seeLauncher },
  { name: 'press the shortcut', play: openPanel },
  { name: 'answer what is missing', play: writeAnswers },
  { name: 'review and choose the recipient', play: chooseRecipient },
  { name: 'write it to Salesforce', play: submit },
  { name: 'sign in as the recipient', play: signInAsRecipient },
  { name: 'see the badge', play: seeBadge },
  { name: 'open the inbox', play: openInbox },
  { name: 'read the packet', play: readPacket },
  { name: 'say back what counts', play: sayBack },
  { name: 'accept it', play: accept },
]
