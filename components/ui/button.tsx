import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-accent-on hover:bg-accent-hover',
  secondary: 'bg-raised text-ink ring-1 ring-inset ring-line-strong/60 hover:ring-line-strong hover:bg-sunken',
  quiet: 'text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'bg-bad text-bad-on hover:opacity-90',
};

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-sm gap-1.5 [&_svg]:size-4',
  medium: 'min-h-11 px-5 text-[0.9375rem] gap-2 [&_svg]:size-[1.125rem]',
};

/** Classes of a button, also for elements that look like one: links, summary elements, labels of file inputs. */
export function buttonClass(look: ButtonLook = 'secondary', size: ButtonSize = 'medium'): string {
  return clsx(
    'inline-flex max-w-full shrink-0 select-none items-center justify-center rounded-field font-medium leading-tight transition-colors',
    'disabled:pointer-events-none disabled:opacity-55 [&_svg]:shrink-0 forced-colors:border print:hidden',
    looks[look],
    sizes[size],
  );
}

type Props = ComponentProps<'button'> & { look?: ButtonLook; size?: ButtonSize };

/** A button whose type defaults to `button`; pass `type="submit"` to submit a form. */
export function Button({ look, size, className, type = 'button', ...rest }: Props) {
  return <button type={type} className={clsx(buttonClass(look, size), className)} {...rest} />;
}
