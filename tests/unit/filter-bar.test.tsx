import { NextIntlClientProvider } from 'next-intl';
import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { FilterBar } from '@/components/ui/filter-bar';
import { toChoices } from '@/lib/choices';
import { catalogues } from '@/lib/i18n/catalogues';

vi.mock('next/navigation', () => ({ useRouter: () => ({}), useSearchParams: () => new URLSearchParams() }));

const search = { label: 'Search', value: undefined };
const client = { name: 'client_id', label: 'Client', all: 'All clients' };
const options = [
  { id: '1', name: 'Okafor' },
  { id: '2', name: 'Rossi' },
];

function draw(props: Omit<ComponentProps<typeof FilterBar>, 'address'>) {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={catalogues.en} timeZone="UTC">
      <FilterBar address="/list" {...props} />
    </NextIntlClientProvider>,
  );
}

describe('the filter of a list', () => {
  test('is a form for the list itself that keeps the named keys, with a button', () => {
    const drawn = draw({ search, keep: { status: 'draft', by: undefined } });
    expect(drawn).toMatch(/<form [^>]*action="\/list"/);
    expect(drawn).toContain('<input type="hidden" name="status" value="draft"/>');
    expect(drawn).not.toContain('name="by"');
    expect(drawn).toMatch(/<button type="submit"/);
  });

  test('is cleared by a link that leaves the kept keys, once it filters', () => {
    const keep = { status: 'draft' };
    expect(draw({ search, keep })).not.toContain('<a ');
    expect(draw({ search: { label: 'Search', value: 'oak' }, keep })).toMatch(/<a [^>]*href="\/list\?status=draft"/);
    expect(draw({ choices: [{ ...client, value: '2', options }] })).toMatch(/<a [^>]*href="\/list"/);
  });

  test('offers a choice between two or more, or one that is made', () => {
    const [only] = options;
    expect(draw({ search, choices: [{ ...client, value: undefined, options }] })).toContain('name="client_id"');
    expect(draw({ search, choices: [{ ...client, value: undefined, options: options.slice(0, 1) }] })).not.toContain(
      'client_id',
    );
    expect(draw({ search, choices: [{ ...client, value: only?.id, options: options.slice(0, 1) }] })).toContain(
      'client_id',
    );
  });

  test('is left out where nothing can be narrowed', () => {
    expect(draw({ choices: [{ ...client, value: undefined, options: [] }] })).toBe('');
  });
});

describe('a choice of clients', () => {
  const rows = Array.from({ length: 51 }, (_, at) => ({ id: `${at}`, name: `Client ${at}`, isActive: at !== 3 }));
  const choice = (count: number) => ({
    ...client,
    value: undefined,
    options: toChoices('clients', rows.slice(0, count)),
  });

  test('is a select of all, or of the first ones until the script runs', () => {
    for (const count of [50, 51]) {
      const drawn = draw({ choices: [choice(count)] });
      expect(drawn.match(/<option/g)).toHaveLength(51);
      expect(drawn).toContain('<select');
      expect(drawn).toContain('Client 3 (inactive)');
    }
  });
});
