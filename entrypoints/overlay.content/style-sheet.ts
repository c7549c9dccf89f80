const css = `
:host { all: initial !important; position: fixed !important; z-index: 9500 !important; }
button {
  position: fixed; top: 50%; right: 0; transform: translateY(-50%);
  max-width: 300px; min-height: 44px; padding: 8px 12px; box-sizing: border-box;
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
  border: 1px solid #fff; border-right: 0; border-radius: 16px 0 0 16px;
  background: #0176d3; color: #fff; font: 600 13px/20px system-ui, sans-serif;
  box-shadow: 0 2px 8px #0005; cursor: pointer; touch-action: none; direction: ltr;
}
button::after {
  content: ''; position: absolute; inset: auto 0 0 0; height: 3px;
  background: linear-gradient(#fff 0 0) 0 / calc(var(--share, 0) * 100%) 100% no-repeat;
}
button:hover { background: #014486; }
button:focus-visible { outline: 3px solid #0176d3; outline-offset: 2px; }
button:disabled { background: #5c5c5c; cursor: default; }
button[hidden] { display: none; }
iframe {
  position: fixed; top: 0; right: 0; width: 440px; max-width: 100vw; height: 100vh; border: 0; outline: 1px solid #0000;
  display: none; color-scheme: light dark; background: Canvas;
  box-shadow: -2px 0 12px #0004;
}
iframe.open { display: block; }
iframe.card {
  display: block; top: auto; right: auto; width: 300px; height: 240px; border-radius: 8px; z-index: -1;
}
@media (forced-colors: active) { button { border-color: ButtonText; } }
@media print { button, iframe { display: none !important; } }
`

/** The overlay's own style, as a constructed sheet: the page's content security policy does not concern it. */
export function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
