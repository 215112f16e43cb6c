import { read } from '@/lib/authz/scope';
import { type Html, html } from '@/lib/exports/pack/html';
import { type Pack, packTexts } from '@/lib/exports/pack/pack';
import { directionOf } from '@/lib/i18n/locales';
import { formatInstant } from '@/lib/intl';

/** The page that opens the archive: one file without a script, which reads well offline, on paper and in the dark. */
export async function indexPage(pack: Pack, at: Date, sections: readonly (Html | null)[]): Promise<string> {
  const { actor, locale } = pack;
  const t = packTexts(locale);
  const { tenant, clientId, name } = actor;
  const select = { name: true } as const;
  const client = await read(actor, (db) => db.client.findUnique({ where: { id: clientId }, select }));
  const made = formatInstant(at, { locale, timeZone: tenant.timeZone });
  const filled = sections.filter((section) => section !== null);
  const title = `${client?.name ?? name} · ${tenant.name}`;
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header><p class="quiet">${tenant.name}</p><h1>${client?.name ?? name}</h1><p>${t('lead', { name, at: made })}</p></header>
<main>
${filled.length > 0 ? filled : html`<p>${t('empty')}</p>`}
</main>
<footer><h2>${t('check')}</h2><p>${t('checkText')}</p><pre>sha256sum -c SHA256SUMS</pre><p class="quiet">${t('checkMac')}</p><pre>shasum -a 256 -c SHA256SUMS</pre></footer>
</body>
</html>
`.text;
}

const style = html`
:root { --paper: #faf8f4; --ink: #1f1c18; --soft: #625c53; --line: #ddd6ca; --link: #1f5c57 }
@media (prefers-color-scheme: dark) { :root { --paper: #171512; --ink: #ece7de; --soft: #a8a095; --line: #3b362f; --link: #8fc7bf } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif }
h1, h2, h3, h4 { font-family: Georgia, serif; font-weight: 500; line-height: 1.25 }
h1 { font-size: 2.25rem; margin: 0 0 .5rem }
h2 { font-size: 1.6rem; margin: 3.5rem 0 .25rem; padding-top: 1rem; border-top: 1px solid var(--line) }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem }
h4 { font-size: 1rem; margin: 1.5rem 0 0 }
p { margin: .25rem 0; overflow-wrap: anywhere }
a { color: var(--link) }
.quiet { color: var(--soft); font-size: .9rem }
.text { white-space: pre-line; max-width: 44rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: normal }
thead th { color: var(--soft); font-size: .9rem }
th.number, td.number { text-align: end; padding-inline-end: 1.5rem; font-variant-numeric: tabular-nums; white-space: nowrap }
ul { padding: 0; margin: .5rem 0; list-style: none }
.files li { padding: .4rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
.answers { border-inline-start: 2px solid var(--line); padding-inline-start: 1rem }
.answers li { margin: .75rem 0 }
.photos { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)) }
figure { margin: 0; break-inside: avoid }
img { display: block; width: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: .5rem; background: var(--line) }
figcaption { color: var(--soft); font-size: .85rem; padding-top: .25rem }
pre { overflow-x: auto; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem }
`;
