import { html, type Markup } from './markup.ts'

/** The drawings are this project's own; each is one path on a 24 by 24 grid. */
const drawings = {
  opportunity: 'M3 8l4.5 3L12 5l4.500 6L21 8l-2 9H5zM5 19h14v2H5z',
  account: 'M5 21V4h9v5h5v12h-5v-4h-3v4zM8 7v2h2V7zm0 4v2h2v-2zm4 0v2h2v-2zm3 1v2h2v-2z',
  contact: 'M12 4a4 4 0 110 8 4 4 0 010-8zM4 20c0-4 4-6 8-6s8 2 8 6z',
  case: 'M8 6V4h8v2h5v5H3V6zM3 13h7v2h4v-2h7v7H3z',
  task: 'M4 6l2 2 3-4 1 1-4 5-3-3zm8 0h9v2h-9zm-8 7h17v2H4zm0 5h17v2H4z',
  event: 'M5 5h2V3h2v2h6V3h2v2h2v15H5zm2 5v8h10v-8zm2 2h3v3H9z',
  call: 'M6 3l4 5-2 2c1 3 3 5 6 6l2-2 5 4c-1 3-3 4-5 3C9 20 4 14 3 8c0-2 1-4 3-5z',
  email: 'M3 6h18v1l-9 6-9-6zm0 4l9 6 9-6v9H3z',
  product: 'M12 3l8 4v10l-8 4-8-4V7zm0 3L8 8l4 2 4-2z',
  handoff: 'M3 8h11V4l7 6-7 6v-4H3zm0 9h6v2H3z',
  user: 'M12 4a4 4 0 110 8 4 4 0 010-8zM4 20c0-4 4-6 8-6s8 2 8 6z',
  record: 'M6 3h9l4 4v14H6zm2 6v2h9V9zm0 4v2h9v-2zm0 4v2h6v-2z',
  search:
    'M10 4a6 6 0 014.700 9.700L20 19l-1.500 1.500-5.200-5.200A6 6 0 1110 4zm0 2a4 4 0 100 8 4 4 0 000-8z',
  waffle:
    'M4 4h4v4H4zm6 0h4v4h-4zm6 0h4v4h-4zM4 10h4v4H4zm6 0h4v4h-4zm6 0h4v4h-4zM4 16h4v4H4zm6 0h4v4h-4zm6 0h4v4h-4z',
  check: 'M4 12l3-3 3 3 7-7 3 3-10 10z',
  pencil: 'M4 16L15 5l4 4L8 20H4z',
  down: 'M5 9h14l-7 8z',
  plus: 'M10 4h4v6h6v4h-6v6h-4v-6H4v-4h6z',
  bell: 'M12 3a6 6 0 016 6v5l2 3H4l2-3V9a6 6 0 016-6zm-2 15h4a2 2 0 01-4 0z',
  close: 'M6 4l6 6 6-6 2 2-6 6 6 6-2 2-6-6-6 6-2-2 6-6-6-6z',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof drawings

const objectIcons: Readonly<Record<string, IconName>> = {
  Opportunity: 'opportunity',
  Account: 'account',
  Contact: 'contact',
  Case: 'case',
  Task: 'task',
  Event: 'event',
  OpportunityLineItem: 'product',
  Product2: 'product',
  OpportunityContactRole: 'contact',
  OpportunityTeamMember: 'user',
  User: 'user',
  Handoff__c: 'handoff',
}

/** A bare drawing in the colour of the text around it. */
export function glyph(name: IconName): Markup {
  return html`<svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
    <path d="${drawings[name]}" />
  </svg>`
}

/** The coloured square that stands before a record of the object. */
export function objectIcon(objectName: string): Markup {
  const name = objectIcons[objectName] ?? 'record'
  return html`<span class="icon icon-${name}">${glyph(name)}</span>`
}
