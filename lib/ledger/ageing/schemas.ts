import { z } from 'zod';
import { type Ageing, bands } from '@/lib/ledger/rule';
import { ageing } from '@/lib/ledger/schemas';
import { listOrder, pageQuery } from '@/lib/paging';

const amounts = ageing.shape;

/** The open invoices of a client by the days since they were due. Amounts are decimals in the client's currency. */
export const clientAgeing = z.object({ clientId: z.uuid(), clientName: z.string(), currency: z.string(), ...amounts });

export const ageingAnswer = z.object({
  data: z.array(clientAgeing),
  nextCursor: z.string().nullable(),
  totals: z.array(z.object({ currency: z.string(), count: z.number().int().describe('Clients.'), ...amounts })),
});

/** Clients with open invoices, by name. */
export const ageingOrder = listOrder('Client', 'ageing', [
  { column: 'name', kind: 'text' },
  { column: 'id', kind: 'id' },
]);

export const ageingFilter = pageQuery(ageingOrder);

export type AgeingFilter = z.output<typeof ageingFilter>;
export type ClientAgeing = Ageing & { clientId: string; clientName: string; currency: string };
export type AgeingTotal = Ageing & { currency: string; count: number };

/** The sum of all bands, in minor units. */
export const sumOf = (ageing: Ageing): bigint => bands.reduce((sum, band) => sum + ageing[band], 0n);
