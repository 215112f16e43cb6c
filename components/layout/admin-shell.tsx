import type { ComponentProps } from 'react';
import { Logo } from '@/components/layout/logo';
import { SideShell } from '@/components/layout/side-shell';

type Props = Omit<ComponentProps<typeof SideShell>, 'name' | 'accent' | 'logo'> & {
  tenant: { name: string; accent: string; logo: string | null };
};

/** The shell of the admin area, in the tenant's accent colour. */
export function AdminShell({ tenant, ...rest }: Props) {
  return (
    <SideShell
      name={tenant.name}
      accent={tenant.accent}
      logo={tenant.logo && <Logo address={tenant.logo} />}
      {...rest}
    />
  );
}
