'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { ComboboxProps, PickerProps } from '@/components/picker/combobox';
import { labelOf } from '@/components/picker/label-of';
import { Select } from '@/components/ui/select';

type Search = { Combobox: ComponentType<ComboboxProps>; start: string; autoFocus: boolean };

/**
 * Chooses a client or a project. Up to `mostChoices` of them are a native select. Where there are more, it becomes a field that
 * searches as soon as its script is there, which only they load; without it, the select of the first choices stays.
 */
export function Picker(props: PickerProps) {
  const { choices, value = '', required, placeholder, onChoose, ...rest } = props;
  const t = useTranslations('common.picker');
  const select = useRef<HTMLSelectElement>(null);
  const [search, setSearch] = useState<Search | null>(null);
  useEffect(() => {
    if (!choices.more) return;
    const take = ({ Combobox }: { Combobox: Search['Combobox'] }) => {
      // What was chosen before the script ran stays chosen.
      const before = select.current;
      if (before) setSearch({ Combobox, start: before.value, autoFocus: before === document.activeElement });
    };
    import('@/components/picker/combobox').then(take, () => undefined);
  }, [choices.more]);
  if (choices.more && search) {
    const { Combobox, ...from } = search;
    return <Combobox {...props} {...from} />;
  }
  return (
    <Select
      {...rest}
      ref={select}
      required={required}
      placeholder={placeholder}
      defaultValue={value}
      onChange={({ target }) => onChoose?.(target.value)}
      options={choices.options.map((choice) => ({
        value: choice.id,
        label: labelOf(choice, (name) => t('inactive', { name })),
      }))}
    />
  );
}
