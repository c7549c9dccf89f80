export { type Trouble, troubleSchema } from '#lib/salesforce/trouble.ts'
export { type TroubleKind, troubleKinds } from '#lib/salesforce/trouble-kind.ts'
