import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { OnceShown } from '@/components/explain/once-shown';
import { PersonList } from '@/components/explain/person-list';
import { type ExplainedType, type MailPlan, mailPlans, type RecordReason } from '@/lib/explain/rule';
import type { Explanation } from '@/lib/explain/schemas';
import { catalogues } from '@/lib/i18n/catalogues';
import type { Locale } from '@/lib/i18n/locales';

const id = '01900000-0000-7000-8000-000000000001';
const projectId = '01900000-0000-7000-8000-000000000002';

const draw = (node: ReactNode, locale: Locale = 'en') =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={catalogues[locale]} timeZone="UTC">
      {node}
    </NextIntlClientProvider>,
  );

const person = (change: Partial<Explanation> = {}): Explanation => ({
  ...{ userId: id, name: 'Jane Okafor', email: 'jane@okafor.example', clientId: null, clientName: null },
  ...{ sees: false, reason: null, explanation: null, remedy: null, willSee: true, mail: null },
  ...change,
});

const panel = (type: ExplainedType, hiddenBy: RecordReason, mail: MailPlan | null = null, locale: Locale = 'en') => {
  const named = { title: 'Roof', clientId: id, clientName: 'Okafor residence' };
  return draw(
    <OnceShown record={{ type, id, projectId, hiddenBy, ...named }} hiddenBy={hiddenBy} people={[person({ mail })]} />,
    locale,
  );
};

describe('before a record is shown, the panel', () => {
  it.each<[ExplainedType, RecordReason, string]>([
    ['document', 'documentDraft', `/admin/documents/${id}`],
    ['document', 'documentApproved', `/admin/documents/${id}`],
    ['photo', 'photoInternal', `/admin/gallery/${id}`],
    ['project_update', 'updateDraft', `/admin/projects/${projectId}/updates/${id}`],
    ['invoice', 'invoiceDraft', `/admin/invoices/${id}`],
    ['time_entry', 'hoursHidden', `/admin/projects/${projectId}/edit`],
  ])(
    'of a %s that is hidden by %s leads to the step that shows it, and names who sees it then',
    (type, reason, href) => {
      const text = panel(type, reason);
      expect(text).toContain(`href="${href}"`);
      expect(text).toContain('Once it is shown');
      expect(text).toContain('Jane Okafor');
    },
  );

  it.each([...mailPlans, null])('says how soon each of them is mailed: %s', (mail) => {
    for (const locale of ['en', 'de'] as const)
      expect(panel('document', 'documentDraft', mail, locale)).toContain(
        catalogues[locale].explain.mail[mail ?? 'untold'].replaceAll("'", '&#x27;'),
      );
  });
});

it('a person whose access keeps them out has the button that mends it', () => {
  const list = (change: Partial<Explanation>) =>
    draw(<PersonList people={[person(change)]} actions={{} as Parameters<typeof PersonList>[0]['actions']} />);
  expect(list({ reason: 'noClient', explanation: 'Jane Okafor belongs to no client.' })).toContain(
    `href="/admin/users/${id}/edit"`,
  );
  const other = list({ reason: 'otherClient', explanation: 'Jane Okafor belongs to another client.' });
  expect(other).toContain('belongs to another client');
  expect(other).not.toMatch(/<button|\/edit/);
});
