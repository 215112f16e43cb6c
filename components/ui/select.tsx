import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { control } from '@/components/ui/control';
import { Icon } from '@/components/ui/icon';

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: readonly Option[] };
type Props = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly (Option | OptionGroup)[];
  /** Text of the empty option; without it the first option is selected. */
  placeholder?: string;
};

/** A native select: works without JavaScript and opens the phone's picker. */
export function Select({ options, placeholder, className, ...rest }: Props) {
  return (
    <span className={clsx('relative block', className)}>
      <select className={clsx(control, 'h-11 appearance-none truncate pe-10')} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(optionOf)}
            </optgroup>
          ) : (
            optionOf(option)
          ),
        )}
      </select>
      <Icon name="chevron-down" className="pointer-events-none absolute end-3.5 top-3.5 size-4 text-ink-faint" />
    </span>
  );
}

function optionOf({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
