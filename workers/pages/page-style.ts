/** The few of the product's colours and sizes that a page of words needs; the theme is the system's. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --panel: light-dark(#f1efeb, #101214);
  --bg: light-dark(#faf9f7, #15181b);
  --line: light-dark(#e4e0d9, #2a2f34);
  --ink: light-dark(#1f2328, #e8e6e1);
  --ink-2: light-dark(#575b62, #a8adb3);
  --accent: light-dark(#0f6b5c, #5cc8b2);
  --mono: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--bg); color: var(--ink);
  font: 400 1rem/1.6 "Inter Variable", system-ui, "Segoe UI", Roboto, Arial, sans-serif;
  letter-spacing: -.006em;
}
main { max-width: 752px; margin: 0 auto; padding: clamp(32px, 8vh, 96px) 24px 64px; }
h1 { font-size: 1.75rem; line-height: 2.25rem; font-weight: 600; letter-spacing: -.021em; }
h1::before {
  content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .4em;
  border-radius: 4px; background: var(--accent);
}
h2 { margin-top: 40px; font-size: 1.0625rem; font-weight: 600; letter-spacing: -.012em; }
p { margin-top: 12px; color: var(--ink-2); }
strong { color: var(--ink); font-weight: 600; }
code, pre { font: 400 .8125rem/1.6 var(--mono); letter-spacing: 0; }
code { padding: 2px 6px; border-radius: 4px; background: var(--panel); color: var(--ink); white-space: nowrap; }
pre {
  margin-top: 20px; padding: 12px 16px; white-space: pre-wrap; overflow-wrap: anywhere;
  border: 1px solid var(--line); border-radius: 10px; background: var(--panel); color: var(--ink);
}
h2 + pre { margin-top: 12px; }
pre + p { margin-top: 8px; }
b { font-weight: 600; color: var(--accent); }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); font-size: .8125rem; color: var(--ink-2); }
`;
