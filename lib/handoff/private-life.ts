const stems = [
  'alcoholi',
  'bankrupt',
  'burn[- ]?out',
  'cancer',
  'chemo',
  'depress(?:ed|ion)',
  'diagnos(?:ed|is)',
  'disability',
  'disabled (?:person|people|man|woman|child|son|daughter|colleague|veteran)',
  'divorc',
  'drinking problem',
  'ethnic',
  'gay',
  'hiv',
  'homosexual',
  'jewish',
  'lesbian',
  'maternity',
  'mental health',
  'miscarriage',
  'muslim',
  'pregnan',
  'rehab',
  'religio',
  'sexual',
  'sick leave',
  'therapist',
  'trade union',
  'transgender',
]

const pattern = new RegExp(String.raw`\b(?:${stems.join('|')})`, 'iu')

/** Whether a text seems to be about health, belief, origin or family: what does not belong in a shared record. */
export function mentionsPrivateLife(text: string): boolean {
  return pattern.test(text)
}
