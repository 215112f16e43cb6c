import { accentPalette } from '@/lib/accent';

// The roles of app/globals.css, as values: mail programs know neither variables nor light-dark().
const light = { paper: '#f2eee6', sheet: '#fffdfa', ink: '#1f1b16', soft: '#585147', line: '#e5dfd3' };
const dark = { paper: '#110f0d', sheet: '#201d19', ink: '#f0ebe1', soft: '#bdb5a7', line: '#322e28' };

export type MailColours = typeof light & { accent: string; onAccent: string; link: string };

export function mailColours(accent: string, scheme: 'light' | 'dark'): MailColours {
  const { fill, on, text } = accentPalette(accent, scheme);
  return { ...(scheme === 'light' ? light : dark), accent: fill, onAccent: on, link: text };
}

/** Rules for mail programs with a dark mode that read style sheets; the light colours are inline, for those that do not. */
export function darkRules(accent: string): string {
  const { paper, sheet, ink, soft, line, accent: fill, onAccent, link } = mailColours(accent, 'dark');
  const rules = [
    `.paper{background:${paper}!important}`,
    `.sheet{background:${sheet}!important;border-color:${line}!important}`,
    `.ink{color:${ink}!important}`,
    `.soft{color:${soft}!important}`,
    `.line{border-color:${line}!important}`,
    `.link{color:${link}!important}`,
    `.button{background:${fill}!important}`,
    `.button a{color:${onAccent}!important}`,
    `.bar{background:${fill}!important}`,
  ];
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}@media(prefers-color-scheme:dark){${rules.join('')}}`;
}
