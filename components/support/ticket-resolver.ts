import { zodResolver } from '@hookform/resolvers/zod';
import { openTicketInput } from '@/lib/support/opening/schemas';

/** Checks what is typed by the schema of the server. */
export const resolver = zodResolver(openTicketInput.pick({ subject: true, body: true }));
