'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ColourField } from '@/components/forms/colour-field';
import { useField } from '@/components/forms/form-context';
import { Accent } from '@/components/layout/accent';
import { isColour } from '@/lib/accent';

type Props = {
  defaultValue: string;
  /** Samples of the colour; they use the accent's CSS variables, so they follow the input. */
  children: ReactNode;
};

/** The tenant's accent colour. The page previews the typed colour; without JavaScript it changes only after saving. */
export function AccentField({ defaultValue, children }: Props) {
  const t = useTranslations('settings.colour');
  const { value = defaultValue } = useField('accent', defaultValue);
  const [colour, setColour] = useState(value);
  const follow = (event: React.FormEvent) => {
    if (event.target instanceof HTMLInputElement && isColour(event.target.value)) setColour(event.target.value);
  };
  return (
    <div onInput={follow} className="space-y-6">
      <Accent colour={colour} />
      <ColourField
        name="accent"
        label={t('accent')}
        hint={t('hint')}
        pickerLabel={t('pick')}
        required
        defaultValue={defaultValue}
      />
      {children}
    </div>
  );
}
