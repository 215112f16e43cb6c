import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { type ButtonLook, type ButtonSize, buttonClass } from '@/components/ui/button';
import { PlainLink } from '@/components/ui/text-link';

type Props = ComponentProps<typeof PlainLink> & { look?: ButtonLook; size?: ButtonSize };

/** A link that looks like a button, for navigation only; an action needs a Button in a form. */
export function LinkButton({ look, size, className, ...rest }: Props) {
  return <PlainLink className={clsx(buttonClass(look, size), className)} {...rest} />;
}
