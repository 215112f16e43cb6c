import { asLogin } from '@/lib/authz/scope';

/** Whether the database answers a query on the portal's tables in a role of the wall. */
export async function isReady(): Promise<boolean> {
  try {
    await asLogin((db) => db.$queryRaw`select from tenants limit 1`);
    return true;
  } catch {
    return false;
  }
}
