import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

/** Classes of a button, also for elements that look like one: links, summary elements, labels of file inputs. */
export function buttonClass(look: ButtonLook = 'secondary', size: ButtonSize = 'medium'): string {
  return `button button-${look}${size === 'small' ? ' button-small' : ''}`;
}

type Props = ComponentProps<'button'> & { look?: ButtonLook; size?: ButtonSize };

/** A button whose type defaults to `button`; pass `type="submit"` to submit a form. */
export function Button({ look, size, className, type = 'button', ...rest }: Props) {
  return <button type={type} className={clsx(buttonClass(look, size), className)} {...rest} />;
}
