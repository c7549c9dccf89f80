export { type Trouble, troubleSchema } from '#lib/salesforce/trouble.ts'
export { troubleKinds } from '#lib/salesforce/trouble-kind.ts'
