import type pg from 'pg';
import { createBusiness, type Member, type TestBusiness } from '@/tests/support/business';

export type Office = TestBusiness & { clientId: string; otherId: string; person: Member; stranger: Member };

/** A business with a client of one person, and a second client of another. */
export async function createOffice(owner: pg.Client): Promise<Office> {
  const business = await createBusiness(owner);
  const [clientId, otherId] = [await business.addClient('Okafor residence'), await business.addClient('Rao villa')];
  const person = await business.addPerson('client', clientId);
  const stranger = await business.addPerson('client', otherId);
  return { ...business, clientId, otherId, person, stranger };
}
