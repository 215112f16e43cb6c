import type { GuestPassData } from '@/prisma/seed/story';

/** Jane shows the house to the bank that lends for it. */
export const guestPasses: readonly GuestPassData[] = [
  {
    by: 'jane',
    label: 'Our bank',
    secret: 'jane-shows-the-house-to-her-bank',
    projects: ['house'],
    sections: ['progress', 'updates', 'photos', 'documents', 'invoices'],
  },
];
