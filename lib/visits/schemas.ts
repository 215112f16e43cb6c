import { z } from 'zod';
import { visitPlaces } from '@/lib/visits/rule';

export const recordVisitInput = z.strictObject({ place: z.enum(visitPlaces) });

export type RecordVisitInput = z.output<typeof recordVisitInput>;
