/** What the pages do in the browser: links swap the content without a reload, as Lightning does. */
export const lightningJs = `
'use strict';
const content = document.getElementById('content');
async function show(address) {
  const answer = await fetch(address, { headers: { Accept: 'text/fragment' }, credentials: 'same-origin' });
  if (answer.redirected || !answer.ok && answer.status !== 404) { location.assign(address); return; }
  content.innerHTML = await answer.text();
  document.title = decodeURIComponent(answer.headers.get('X-Page-Title') || 'Salesforce');
  content.focus();
}
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="/lightning/"]');
  if (!link || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  history.pushState({}, '', link.href);
  show(link.href);
});
addEventListener('popstate', () => show(location.href));
addEventListener('keydown', (event) => {
  document.documentElement.dataset.keys = String(Number(document.documentElement.dataset.keys || 0) + 1);
  if (event.key === '/' && event.target === document.body) { event.preventDefault(); document.querySelector('[type=search]').focus(); }
}, true);
if (location.pathname === '/one/one.app') show(location.href);
`
