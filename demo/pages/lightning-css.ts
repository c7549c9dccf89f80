/** The look of the pages: Lightning's density and colours, written for this demo. */
export const lightningCss = `
:root { color-scheme: light dark; --back: #f3f3f3; --card: #fff; --ink: #181818; --soft: #5c5c5c; --line: #e5e5e5; --brand: #0176d3; }
@media (prefers-color-scheme: dark) { :root { --back: #16181c; --card: #22252b; --ink: #f3f3f3; --soft: #b0b3b8; --line: #3a3e46; --brand: #5eb4ff; } }
* { box-sizing: border-box; }
body { margin: 0; font: 13px/1.5 system-ui, sans-serif; color: var(--ink); background: linear-gradient(#c9daf3, var(--back) 320px) no-repeat var(--back); }
@media (prefers-color-scheme: dark) { body { background: var(--back); } }
a { color: var(--brand); text-decoration: none; } a:hover { text-decoration: underline; }
.global { display: flex; align-items: center; gap: 16px; height: 50px; padding: 0 16px; background: var(--card); }
.logo { font-size: 26px; color: #00a1e0; } .search { flex: 1; text-align: center; }
.search input { width: min(480px, 100%); padding: 6px 12px; border: 1px solid #8c8c8c; border-radius: 4px; background: var(--card); color: inherit; }
.app { display: flex; gap: 20px; align-items: center; height: 40px; padding: 0 16px; background: var(--card); border-bottom: 3px solid var(--brand); }
.app b { font-size: 18px; font-weight: 400; } .app a { color: var(--ink); }
main { padding: 12px; outline: none; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: 12px 16px; margin-bottom: 12px; box-shadow: 0 2px 2px rgb(0 0 0 / 5%); }
h1 { font-size: 18px; margin: 0; } h2 { font-size: 16px; margin: 0 0 8px; } h3 { font-size: 13px; margin: 12px 0 4px; padding: 4px 8px; background: var(--back); border-radius: 4px; }
p { margin: 0; color: var(--soft); } .title { display: flex; gap: 12px; align-items: center; }
.icon { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 4px; background: #f4735b; color: #fff; } .glyph { width: 20px; fill: currentColor; }
.icon-account { background: #7f8de1; } .icon-contact { background: #a094ed; } .icon-case { background: #f2cf5b; } .icon-handoff { background: #06a59a; }
.highlights dl { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 12px 0 0; } dt { font-size: 12px; color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.path { display: flex; gap: 2px; list-style: none; overflow-x: auto; } .path li { flex: 1; padding: 6px 10px; text-align: center; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; background: var(--line); border-radius: 16px; font-size: 12px; }
.path .done { background: #3ba755; color: #fff; } .path .current { background: #014486; color: #fff; }
.columns { display: grid; grid-template-columns: 2fr 1fr; gap: 12px; align-items: start; } @media (width < 900px) { .columns { grid-template-columns: 1fr; } }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 0 24px; margin: 0; } .fields > div { padding: 6px 0; border-bottom: 1px solid var(--line); }
.related ul { list-style: none; margin: 0; padding: 0; } .related li { padding: 6px 0; border-top: 1px solid var(--line); display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; }
table { width: 100%; border-collapse: collapse; margin-top: 12px; } th, td { text-align: left; padding: 6px 8px; border-top: 1px solid var(--line); font-weight: 400; } thead th { color: var(--soft); }
.sign-in { max-width: 420px; margin: 10vh auto; padding: 32px; } .sign-in form { margin-top: 8px; }
.sign-in button { width: 100%; padding: 10px 12px; text-align: left; font: inherit; border: 1px solid var(--line); border-radius: 4px; background: none; color: inherit; cursor: pointer; } .sign-in button:hover { border-color: var(--brand); } .sign-in span { color: var(--soft); }
`
