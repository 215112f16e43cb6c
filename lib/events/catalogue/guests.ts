import { z } from 'zod';
import { eventKind } from '@/lib/events/define';

/** Events of guest passes. Nobody is signed in where a pass is opened. */
export const guestEvents = {
  'guest_pass.created': eventKind('guest_pass', 'admins', {
    clientId: z.uuid(),
    label: z.string(),
    sections: z.array(z.string()),
    expiresAt: z.iso.datetime(),
    withPassword: z.boolean(),
  }),
  'guest_pass.opened': eventKind('guest_pass', 'admins', { label: z.string() }),
  'guest_pass.revoked': eventKind('guest_pass', 'admins', { clientId: z.uuid(), label: z.string() }),
};
