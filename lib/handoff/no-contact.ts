import type { Value } from './answer.ts'

/** A contact of whom nothing is known yet. */
export const noContact: Extract<Value, { type: 'contact' }> = {
  type: 'contact',
  contactId: '',
  name: '',
  title: '',
  email: '',
  phone: '',
  role: '',
  note: '',
  strength: '',
}
