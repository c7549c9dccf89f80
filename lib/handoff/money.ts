/** An amount with thousands parted and its currency or unit behind, such as `86,400 EUR`; independent of the machine's language. */
export function moneyIn(amount: number, currency: string): string {
  return `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }).format(amount)} ${currency}`.trim()
}
