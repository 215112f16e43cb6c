import type { ComponentProps } from 'react';
import { Logo } from '@/components/layout/logo';
import { SideShell } from '@/components/layout/side-shell';

type Props = Omit<ComponentProps<typeof SideShell>, 'name' | 'accent' | 'logo'> & {
  business: { name: string; accent: string; logo: string | null };
};

/** The business's own side, in its own colour. */
export function AdminShell({ business, ...rest }: Props) {
  return (
    <SideShell
      name={business.name}
      accent={business.accent}
      logo={business.logo && <Logo address={business.logo} />}
      {...rest}
    />
  );
}
