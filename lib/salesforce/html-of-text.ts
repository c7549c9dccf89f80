const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '<br>',
  // Whatever holds `@{` is taken for a reference on its way to Salesforce.
  '{': '&#123;',
}

/** A plain text as a rich text field holds it: what is read from there by `textOfHtml` is the text again. */
export function htmlOfText(text: string): string {
  return text === '' ? '' : `<p>${text.replaceAll(/[&<>\n{]/g, (sign) => signs[sign] ?? sign)}</p>`
}
