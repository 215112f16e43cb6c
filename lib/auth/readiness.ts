import { asLogin } from '@/lib/authz/scope';

/** Whether the database answers, in a role of the wall, with the tables that the portal needs. */
export async function isReady(): Promise<boolean> {
  try {
    await asLogin((db) => db.$queryRaw`select from tenants limit 1`);
    return true;
  } catch {
    return false;
  }
}
