import { clsx } from 'clsx';
import type { iconNames } from '@/components/ui/icon-names';
import sprite from '@/components/ui/icons.svg';

export type IconName = (typeof iconNames)[number];

/**
 * An icon, 24 px unless a class says otherwise. Decorative: a text beside it says the same. Drawn from a file that the browser
 * keeps, because the paths of each icon would be in every page twice, as HTML and as the payload for hydration.
 */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg aria-hidden="true" className={clsx('icon', className)}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}
