import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { useForm } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import { CheckField } from '@/components/forms/check-field';
import { FormContext } from '@/components/forms/form-context';
import { PasswordField } from '@/components/forms/password-field';
import { SelectField } from '@/components/forms/select-field';
import { TextAreaField } from '@/components/forms/text-area-field';
import { TextField } from '@/components/forms/text-field';
import { type FormState, idle } from '@/lib/forms/form-state';
import common from '@/lib/i18n/messages/en/common.json';

/** Renders fields in a form `f` whose action returned `state`. */
function drawn(children: ReactNode, state: FormState = idle): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common }}>
      <FormContext value={{ state, answers: 0, formId: 'f' }}>{children}</FormContext>
    </NextIntlClientProvider>,
  );
}

/** The attributes of the control `name`, without `class`. */
function control(markup: string, name: string): Record<string, string> {
  const tag = /<(?:input|select|textarea)\b[^>]*>/g;
  const found = markup.match(tag)?.find((one) => one.includes(`name="${name}"`)) ?? '';
  const attributes = [...found.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
  return Object.fromEntries(attributes.filter(([key]) => key !== 'class'));
}

const failed = (fields: Record<string, string>, values: Record<string, string>): FormState => ({
  status: 'failed',
  fields,
  values: Object.fromEntries(Object.entries(values).map(([name, text]) => [name, [text]])),
});

const name = 'lines.0.quantity';

describe('a field of a plain form', () => {
  it('is an HTML control that needs no script: name, value, and its label by id', () => {
    const markup = drawn(<TextField name={name} label="Quantity" required defaultValue="3" inputMode="decimal" />);
    expect(control(markup, name)).toEqual({
      ...{ id: `f-${name}`, name, type: 'text', required: '', value: '3', inputMode: 'decimal' },
    });
    expect(markup).toContain(`<label for="f-${name}"`);
  });

  it('shows what was typed and the message of the action, tied to its control together with the hint', () => {
    const state = failed({ [name]: 'Too many.' }, { [name]: '900' });
    const markup = drawn(<TextField name={name} label="Quantity" hint="At most 99." defaultValue="3" />, state);
    expect(control(markup, name)).toMatchObject({
      ...{ value: '900', 'aria-invalid': 'true', 'aria-describedby': `f-${name}-hint f-${name}-error` },
    });
    expect(markup).toMatch(/id="f-lines\.0\.quantity-error"[^>]*>Too many\.</);
  });
});

const quiet = { text: '', choice: '', note: '', secret: '', agreed: false };

type Errors = Partial<Record<keyof typeof quiet, string>>;

/** A form with react-hook-form; `disabled` is an example of the props that it sets on a control. */
function Watched({ errors = {}, disabled = false }: { errors?: Errors; disabled?: boolean }) {
  const { register } = useForm({ defaultValues: quiet, disabled });
  return (
    <>
      <TextField label="Text" defaultValue="a" error={errors.text} {...register('text')} />
      <SelectField
        label="Choice"
        options={[{ value: 'b', label: 'B' }]}
        defaultValue="b"
        error={errors.choice}
        {...register('choice')}
      />
      <TextAreaField label="Note" defaultValue="c" error={errors.note} {...register('note')} />
      <PasswordField label="Secret" autoComplete="new-password" error={errors.secret} {...register('secret')} />
      <CheckField label="Agreed" defaultChecked error={errors.agreed} {...register('agreed')} />
    </>
  );
}

describe('a field that react-hook-form watches', () => {
  const plain = (
    <>
      <TextField name="text" label="Text" defaultValue="a" />
      <SelectField name="choice" label="Choice" options={[{ value: 'b', label: 'B' }]} defaultValue="b" />
      <TextAreaField name="note" label="Note" defaultValue="c" />
      <PasswordField name="secret" label="Secret" autoComplete="new-password" />
      <CheckField name="agreed" label="Agreed" defaultChecked />
    </>
  );

  it('is the same markup as the plain one, so that both send the same', () => {
    expect(drawn(<Watched />)).toBe(drawn(plain));
  });

  it.each(Object.keys(quiet))('%s shows the message of the browser, before the one of the action', (field) => {
    const markup = drawn(<Watched errors={{ [field]: 'Now wrong.' }} />, failed({ [field]: 'Was wrong.' }, {}));
    expect(control(markup, field)).toMatchObject({ 'aria-invalid': 'true', 'aria-describedby': `f-${field}-error` });
    expect(markup).toContain('Now wrong.');
    expect(markup).not.toContain('Was wrong.');
  });

  it.each(Object.keys(quiet))('%s has on its control what the form lays there', (field) => {
    expect(control(drawn(<Watched />), field)).not.toHaveProperty('disabled');
    expect(control(drawn(<Watched disabled />), field)).toHaveProperty('disabled');
  });
});
