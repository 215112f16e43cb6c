import type { Badge } from '@/lib/auth/session-cookie';
import type { UserType } from '@/lib/authz/actor';

declare module 'next-auth' {
  interface User {
    badge: Badge;
  }
  interface Session {
    user: { userType: UserType; name: string; email: string };
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    badge?: Badge;
  }
}
