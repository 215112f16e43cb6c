import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { control } from '@/components/ui/control';

export type Option = { value: string; label: string; disabled?: boolean };
type Props = Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly Option[];
  /** Shown for the empty value; without it the first option is chosen. */
  placeholder?: string;
};

/** The browser's own select: works without JavaScript and opens as the phone's wheel. */
export function Select({ options, placeholder, className, ...rest }: Props) {
  return (
    <span className={clsx('relative block', className)}>
      <select className={clsx(control, 'h-11 appearance-none truncate pe-10')} {...rest}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute end-3.5 top-3.5 size-4 text-ink-faint" />
    </span>
  );
}
