import type { Letter, LetterGroup } from '@/lib/mail/letter';

/** The text part of a mail: everything that the HTML says, with the addresses of its links. */
export function textOf(letter: Letter): string {
  const { marker, title, paragraphs, groups, action, notes, footer, links, brand } = letter;
  const parts = [
    marker,
    brand.name,
    title,
    ...paragraphs,
    ...groups.map(groupText),
    action && `${action.label}:\n${action.href}`,
    ...notes,
    '-- ',
    footer.join('\n'),
    links.map(({ label, href }) => `${label}: ${href}`).join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function groupText({ title, lines }: LetterGroup): string {
  const items = lines.map(({ text, detail, href }) => {
    const more = detail ? `\n${detail.replace(/^/gm, '  ')}` : '';
    return `- ${text}${more}${href ? `\n  ${href}` : ''}`;
  });
  return [...(title ? [title.toUpperCase()] : []), ...items].join('\n');
}
