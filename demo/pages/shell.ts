import type { Colleague, Desk } from './desk.ts'
import { glyph } from './icons.ts'
import { html, type Child, type Markup } from './markup.ts'

const TABS = ['Opportunity', 'Account', 'Contact', 'Case', 'Handoff__c'] as const

/** Where the page stands, for the navigation bar. */
export interface Where {
  readonly title: string
  /** The object whose tab is lit; `home` for the home page. */
  readonly tab: string | undefined
}

/** A whole page of the Lightning host around its content. */
export function shell(desk: Desk, where: Where, content: Child): Markup {
  return page(
    `${where.title} | Salesforce`,
    html`<header class="global">
        <span class="logo" aria-hidden="true">☁</span>
        ${searchBox()} ${userMenu(desk)}
      </header>
      ${navigation(desk, where.tab)}
      <div class="console-tabs" hidden></div>
      <main id="content" tabindex="-1">${content}</main>
      <div class="toasts" role="status"></div>`,
    html`<script src="/demo/framework.js" defer></script>
      <script type="module" src="/demo/main.js"></script>`,
  )
}

function searchBox(): Markup {
  return html`<form role="search" class="search">
    ${glyph('search')}
    <input type="search" aria-label="Search" placeholder="Search…" autocomplete="off" />
    <div class="found" hidden></div>
  </form>`
}

function userMenu({ user, colleagues, orgName }: Desk): Markup {
  const others = colleagues.filter(({ id, active }) => active && id !== user.id)
  return html`<div class="menus">
    <span class="round" aria-hidden="true">${glyph('bell')}</span>
    <details class="user">
      <summary aria-label="View profile of ${user.name}">${initials(user.name)}</summary>
      <div class="menu">
        <b dir="auto">${user.name}</b>
        <p>${user.title}</p>
        <p>${orgName}</p>
        <a href="/secur/logout.jsp" data-whole-page>Log Out</a>
        <button type="button" data-console>Switch to the console</button>
        <h2>Log in as</h2>
        ${others.map(
          ({ id, name }) =>
            html`<a href="/secur/logout.jsp?next=${id}" data-whole-page>${name}</a>`,
        )}
      </div>
    </details>
  </div>`
}

function navigation(desk: Desk, lit: string | undefined): Markup {
  const current = (tab: string) => tab === lit && html`aria-current="page"`
  return html`<nav class="app" aria-label="Sales">
    <span class="waffle" aria-hidden="true">${glyph('waffle')}</span><b>Sales</b>
    <a href="/lightning/page/home" ${current('home')}>Home</a>
    ${TABS.map((name) => {
      const describe = desk.describe(name)
      return (
        describe &&
        html`<a
          href="/lightning/o/${name}/list?filterName=Recent"
          data-tab="${name}"
          ${current(name)}
          >${describe.labelPlural}</a
        >`
      )
    })}
  </nav>`
}

function initials(name: string): string {
  const words = name.split(' ').filter((word) => word !== '')
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))
    .join('')
}

/** The sign-in page of the org: whoever is chosen is signed in, then led to where he wanted to go. */
export function signInPage(orgName: string, people: readonly Colleague[], start: string): Markup {
  return page(
    'Login | Salesforce',
    html`<main class="sign-in card">
      <span class="logo" aria-hidden="true">☁</span>
      <h1>${orgName}</h1>
      <p>Choose whom to sign in as.</p>
      ${people
        .filter(({ active }) => active)
        .map(
          ({ id, name, title }) =>
            html`<form method="post" action="/">
              <input type="hidden" name="user" value="${id}" />
              <input type="hidden" name="startURL" value="${start}" />
              <button type="submit" aria-label="${name}">
                <i aria-hidden="true">${initials(name)}</i>
                <span><b dir="auto">${name}</b> ${title}</span>
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
