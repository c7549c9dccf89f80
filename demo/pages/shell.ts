import type { Colleague, Desk } from './desk.ts'
import { html, type Child, type Markup } from './markup.ts'

const tabs = ['Opportunity', 'Account', 'Contact', 'Case', 'Handoff__c'] as const

/** A whole page of the Lightning host around its content. */
export function shell(desk: Desk, title: string, content: Child): Markup {
  return page(
    `${title} | Salesforce`,
    html` <header class="global">
        <span class="logo" aria-hidden="true">☁</span>
        <form role="search" class="search">
          <input type="search" aria-label="Search" placeholder="Search…" />
        </form>
        <span class="user">${desk.user.name}</span>
        <a class="out" href="/secur/logout.jsp">Log Out</a>
      </header>
      <nav class="app" aria-label="Sales">
        <b>Sales</b><a href="/lightning/page/home">Home</a>
        ${tabs.map((name) => {
          const describe = desk.describe(name)
          return (
            describe &&
            html`<a href="/lightning/o/${name}/list?filterName=Recent">${describe.labelPlural}</a>`
          )
        })}
      </nav>
      <main id="content" tabindex="-1">${content}</main>
      <div class="toasts" role="status"></div>`,
    html`<script src="/demo/lightning.js" defer></script>`,
  )
}

/** The sign-in page of the org: whoever is chosen is signed in. */
export function signInPage(orgName: string, people: readonly Colleague[]): Markup {
  return page(
    'Login | Salesforce',
    html`<main class="sign-in card">
      <h1>${orgName}</h1>
      <p>Choose whom to sign in as.</p>
      ${people
        .filter(({ active }) => active)
        .map(
          ({ id, name, title }) =>
            html`<form method="post" action="/">
              <input type="hidden" name="user" value="${id}" />
              <button type="submit" aria-label="${name}">
                <b>${name}</b> <span>${title}</span>
              </button>
            </form>`,
        )}
    </main>`,
  )
}

function page(title: string, body: Markup, head: Child = null): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/demo/lightning.css" />
        ${head}
      </head>
      <body>
        ${body}
      </body>
    </html>`
}
