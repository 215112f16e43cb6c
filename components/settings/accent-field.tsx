'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ColourField } from '@/components/forms/colour-field';
import { useField } from '@/components/forms/form-context';
import { Accent } from '@/components/layout/accent';
import { isColour } from '@/lib/accent';

type Props = {
  defaultValue: string;
  /** What shows the colour: drawn in roles, so that it follows. */
  children: ReactNode;
};

/** The business's colour. While one picks, the page wears it, samples included; without JavaScript it does once saved. */
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
