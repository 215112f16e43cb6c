import type { SessionClaims } from '@/lib/auth/session-cookie';
import type { UserType } from '@/lib/authz/actor';

declare module 'next-auth' {
  interface User {
    claims: SessionClaims;
  }
  interface Session {
    user: { userType: UserType; name: string; email: string };
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    claims?: SessionClaims;
    /** Whether the person currently passes a guard. */
    mayEnter?: boolean;
  }
}
