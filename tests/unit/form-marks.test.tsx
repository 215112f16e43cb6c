import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ErrorSummary } from '@/components/forms/error-summary';
import { FormOwner } from '@/components/forms/form-owner';
import { VersionField } from '@/components/forms/version-field';
import { type FormState, idle } from '@/lib/forms/form-state';
import { formInput } from '@/lib/forms/form-values';
import { markOf, ownerField, versionField } from '@/lib/forms/marks';
import { typedValues } from '@/lib/forms/typed-values';
import common from '@/lib/i18n/messages/en/common.json';
import { sourceFiles } from '@/tests/support/source/files';

const drawn = (children: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common }}>
      <FormOwner mark="u1 jane@a.example">{children}</FormOwner>
    </NextIntlClientProvider>,
  );
const refused = (more: object): FormState & { status: 'failed' } => ({
  ...{ status: 'failed', message: 'Changed.', fields: {}, values: { [versionField]: ['old'] } },
  ...more,
});

describe('the version of a form', () => {
  it('is that of the record as shown, and after a refusal the one that was sent', () => {
    expect(drawn(<VersionField state={idle} shown="new" />)).toContain('value="new"');
    expect(drawn(<VersionField state={refused({})} shown="new" />)).toContain('value="old"');
  });

  it('is replaced by a button that names the newer one', () => {
    const markup = drawn(<ErrorSummary state={refused({ newer: 'present' })} formId="f" />);
    expect(markup).toMatch(/<button[^>]*value="present" name="_version"/);
    expect(drawn(<ErrorSummary state={refused({})} formId="f" />)).not.toContain('<button');
    const data = new FormData();
    for (const value of ['old', 'present']) data.append(versionField, value);
    expect(markOf(data, versionField)).toBe('present');
  });

  it('and the owner are no input, and only the version is shown again', () => {
    const data = new FormData();
    for (const [name, text] of [
      [ownerField, 'u1 x'],
      [versionField, 'v'],
      ['name', 'Jane'],
    ] as const)
      data.append(name, text);
    expect(formInput(z.strictObject({ name: z.string() }), data)).toEqual({ name: 'Jane' });
    expect(typedValues(data)).toEqual({ [versionField]: ['v'], name: ['Jane'] });
  });
});

/** Forms without a mark, each with the reason. */
const unmarked = {
  'app/(auth)/sign-in/sign-in-view.tsx': 'forgets the business of a browser in which nobody is signed in',
  'app/(auth)/sign-out/page.tsx': 'signs out whoever is signed in',
  'app/no-access/page.tsx': 'signs out whoever is signed in',
  'components/layout/account-menu.tsx': 'signs out whoever is signed in',
  'components/search/search-page.tsx': 'a search, which changes nothing',
  'components/invoices/hours-form.tsx': 'a search, whose answer fills another form',
  'components/support/ask-about-phase.tsx': 'a choice that leads to another page',
  'components/support/client-step.tsx': 'a choice that leads to another page',
  'components/support/reply-insert.tsx': 'a choice, whose text fills another form',
  'components/ui/filter-form.tsx': 'a search, which changes nothing',
};

describe('every form on disk', () => {
  const withForm = sourceFiles().filter(
    ({ path, text }) => /^(app|components)\/.*\.tsx$/.test(path) && /<form\b/.test(text),
  );

  it('carries the mark of its owner', () => {
    expect(withForm.length).toBeGreaterThan(12);
    const missing = withForm.filter(
      ({ text }) => (text.match(/<form\b/g) ?? []).length > (text.match(/<OwnerField \/>/g) ?? []).length,
    );
    expect(missing.map(({ path }) => path).sort()).toEqual(Object.keys(unmarked).sort());
  });

  it('that calls an action keeps its values when the call fails', () => {
    const bare = sourceFiles().filter(
      ({ path, text }) =>
        path.startsWith('components/') && /useActionState</.test(text) && !/useKeptAction\(/.test(text),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });
});
