import type { ReactNode } from 'react';

/** The button for the account menu's `signOut` prop; rendered inside the sign-out form. */
export function SignOutButton({ children }: { children: ReactNode }) {
  return (
    <button
      type="submit"
      className="flex min-h-11 w-full items-center rounded-field px-3 text-start text-[0.9375rem] hover:bg-sunken"
    >
      {children}
    </button>
  );
}
