'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { describe, Field, type FieldProps, type Watched } from '@/components/forms/field';
import { useField } from '@/components/forms/form-context';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';

type Props = FieldProps & Watched<'input'> & { autoComplete: 'current-password' | 'new-password'; minLength?: number };

/** A password input with a button that reveals it. The server never returns it, so it is empty after an error. */
export function PasswordField({ name, label, hint, required = true, error, className, ...rest }: Props) {
  const t = useTranslations('common.form');
  const field = useField(name, null, error);
  const [shown, setShown] = useState(false);
  return (
    <Field
      id={field.id}
      label={label}
      hint={hint}
      required={required}
      error={field.error}
      {...(className && { className })}
    >
      <div className="relative">
        <Input
          id={field.id}
          name={name}
          type={shown ? 'text' : 'password'}
          required={required}
          autoCapitalize="none"
          spellCheck={false}
          className="pe-12"
          {...describe(field.id, hint, field.error)}
          {...rest}
        />
        <button
          type="button"
          onClick={() => setShown(!shown)}
          aria-label={shown ? t('hidePassword') : t('showPassword')}
          className="absolute inset-y-0 end-0 inline-flex w-11 items-center justify-center rounded-field text-ink-faint hover:text-ink"
        >
          <Icon name={shown ? 'eye-off' : 'eye'} className="size-[1.125rem]" />
        </button>
      </div>
    </Field>
  );
}
