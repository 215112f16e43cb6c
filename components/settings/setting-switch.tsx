import type { ReactNode } from 'react';
import { CheckField } from '@/components/forms/check-field';

type Props = { name: string; label: ReactNode; hint?: ReactNode; checked: boolean; as?: 'switch' | 'checkbox' };

/** A setting that is on or off. It sends `true` or `false`. */
export function SettingSwitch({ name, label, hint, checked, as = 'switch' }: Props) {
  return (
    <div>
      <input type="hidden" name={name} value="false" />
      <CheckField name={name} value="true" as={as} label={label} hint={hint} defaultChecked={checked} />
    </div>
  );
}
