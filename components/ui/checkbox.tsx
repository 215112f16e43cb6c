import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type'>;

/** A styled native checkbox. Radix's checkbox is a button that needs JavaScript to be submitted. */
export function Checkbox({ className, ...rest }: Props) {
  return <input type="checkbox" className={clsx('checkbox', className)} {...rest} />;
}

/** The same native checkbox, styled as a switch. */
export function Switch({ className, ...rest }: Props) {
  return (
    <span className={clsx('relative inline-flex h-6 w-10 shrink-0', className)}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox exposes its own state
        role="switch"
        className="peer h-6 w-10 appearance-none rounded-full bg-line-strong transition-colors forced-colors:border checked:bg-accent disabled:opacity-50"
        {...rest}
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute start-0.5 top-0.5 size-5 rounded-full bg-raised shadow-sm transition-transform peer-checked:translate-x-4 peer-checked:bg-accent-on rtl:peer-checked:-translate-x-4"
      />
    </span>
  );
}
