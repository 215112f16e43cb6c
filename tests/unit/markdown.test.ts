import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from '@/components/markdown/markdown';
import { excerptOf } from '@/lib/markdown';
import { isReadable, markdownText } from '@/lib/message-text';

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));

describe('a message in Markdown', () => {
  it('has emphasis, lists, quotations and code', () => {
    const shown = html('**Bold** and *soft* `x < 1`\n\n- one\n- two\n\n3. three\n\n> so it was\n\n```\na\n  b\n```');
    for (const part of ['<strong>Bold</strong>', '<em>soft</em>', 'x &lt; 1', '<ul', '<ol start="3"', '<blockquote'])
      expect(shown).toContain(part);
  });

  it('keeps the line breaks that people typed', () => expect(html('one\ntwo')).toContain('one<br/>two'));

  it('shows HTML as text', () => {
    const shown = html('<img src=x onerror=alert(1)>\n\n<script>alert(1)</script> "><svg onload=alert(1)>.jpg');
    expect(shown).not.toMatch(/<(?:img|script|svg)/);
    expect(shown).toContain('&lt;script&gt;');
  });

  it('loads no picture', () => {
    expect(html('![the roof](https://example.com/pixel.gif)')).toContain('the roof');
    expect(html('![the roof](https://example.com/pixel.gif)')).not.toMatch(/<img|pixel/);
  });

  it.each(['https://example.com/a?b=1', 'http://example.com', 'mailto:jane@example.com'])('links to %s', (href) => {
    expect(html(`[here](${href})`)).toMatch(/<a href="[^"]+" rel="noopener noreferrer nofollow"/);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '/admin',
    '//evil.example',
    'java&#115;cript:alert(1)',
  ])('does not link to %s', (href) => {
    const shown = html(`[here](${href}) [there](<${href}>)\n\n[x]: ${href}\n\n[x]`);
    expect(shown).not.toContain('<a ');
    expect(shown).toContain('here');
  });

  it('is a line of text in a list', () => {
    expect(excerptOf('# Roof\n\nIt **leaks** near the [chimney](https://x.example).\n- wet', 60)).toBe(
      'Roof It leaks near the chimney. wet',
    );
    expect(excerptOf('🏡'.repeat(20), 10)).toBe(`${'🏡'.repeat(9)}…`);
  });
});

describe('a message that would keep the parser busy', () => {
  it.each([
    ['quotations', '>'.repeat(20_000)],
    ['spaced quotations', '> '.repeat(10_000)],
    ['lists', '- '.repeat(10_000)],
    ['numbered lists', '1. '.repeat(6_000)],
    ['brackets', '['.repeat(20_000)],
    ['pictures', '!['.repeat(10_000)],
    ['stars', '*a '.repeat(6_000)],
    ['underlines', '_a '.repeat(6_000)],
  ])('is refused: %s', (_, text) => {
    expect(isReadable(text)).toBe(false);
    expect(markdownText().safeParse(text).error?.issues[0]?.message).toBe('tooNested');
    expect(html(text)).toContain(text.slice(0, 10).trim().replaceAll('>', '&gt;'));
  });

  it.each([
    ['a long list', '- wet\n'.repeat(3_000)],
    ['a long quotation', '> wet\n'.repeat(3_000)],
    ['deep indents', '          - wet\n'.repeat(1_200)],
    ['stars', '**a** '.repeat(900)],
    ['links', '[a](https://b.example) '.repeat(800)],
    ['open links', '[a]('.repeat(1_900)],
    ['backticks', '`a ``b '.repeat(2_800)],
    ['angles', '<a '.repeat(6_600)],
    ['entities', '&amp;'.repeat(4_000)],
    ['lines', 'a\n'.repeat(10_000)],
    ['definitions', '[a]: b\n'.repeat(2_000)],
    ['open comments', '<!--'.repeat(5_000)],
    ['rules', '---\n'.repeat(5_000)],
  ])('or is read at once: %s', (_, text) => {
    expect(isReadable(text)).toBe(true);
    const took = (read: string) => {
      const start = performance.now();
      html(read);
      return performance.now() - start;
    };
    // Twice the text takes twice the time, or four times on a machine that does other work; what must not be is the square.
    const ratios = [1, 2, 3].map(() => took(text) / took(text.slice(0, text.length / 4)));
    expect(Math.min(...ratios)).toBeLessThan(12);
  });
});
