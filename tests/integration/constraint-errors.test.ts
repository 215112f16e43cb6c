import { describe, expect, it } from 'vitest';
import { POST as onboardTenant } from '@/app/api/platform/tenants/route';
import { write } from '@/lib/authz/scope';
import { constraints, refusing } from '@/lib/db/constraint-errors';
import { Prisma } from '@/lib/db/generated/client';
import { conflict, invalid } from '@/lib/errors';
import { testDatabase } from '@/tests/support/database/database';
import { createAdmin, createSuperAdmin, createTenant } from '@/tests/support/factories/identity';
import { mark } from '@/tests/support/factories/rows';
import { call } from '@/tests/support/http/api';
import { adminActor } from '@/tests/support/identity/actors';
import { tokenFor } from '@/tests/support/identity/sign-in';

const { owner } = await testDatabase();
const tenant = await createTenant(owner);
const admin = await adminActor(owner, (await createAdmin(owner, tenant)).email);

const addType = (name: string, errors: Parameters<typeof refusing>[1]) =>
  write(admin, async (db) => {
    const type = () => db.documentType.create({ data: { tenantId: tenant.id, name }, select: { id: true } });
    await type();
    return refusing(type(), errors);
  });

describe('the violation of a constraint', () => {
  it('of a unique index becomes the error of its name', async () => {
    const errors = { document_types_tenant_id_name_key: () => invalid({ name: 'nameTaken' }) };
    await expect(addType('Plan', errors)).rejects.toMatchObject({
      code: 'VALIDATION',
      fields: { name: [{ key: 'nameTaken' }] },
    });
  });

  it('of a foreign key becomes the error of its name', async () => {
    const stranger = await createAdmin(owner, await createTenant(owner));
    const adding = write(admin, async (db) => {
      const client = await db.client.create({
        data: { tenantId: tenant.id, name: 'Oak', currency: 'EUR' },
        select: { id: true },
      });
      const data = { tenantId: tenant.id, clientId: client.id, name: 'Barn', clientUserId: stranger.id };
      return refusing(db.project.create({ data, select: { id: true } }), {
        projects_tenant_id_client_id_client_user_id_fkey: () => conflict('currencyInUse'),
      });
    });
    await expect(adding).rejects.toMatchObject({ code: 'CONFLICT', reason: { key: 'currencyInUse' } });
  });

  it('that is not named passes as it is, as every other error does', async () => {
    const errors = { users_email_tenant_id_key: () => invalid({ email: 'emailTaken' }) };
    await expect(addType('Report', errors)).rejects.toBeInstanceOf(Prisma.PrismaClientKnownRequestError);
    const broken = new Error('broken');
    await expect(refusing(Promise.reject(broken), errors)).rejects.toBe(broken);
  });

  it('can happen: the database has every named constraint', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select conname as name from pg_constraint where contype = 'f'
       union select indexrelid::regclass::text from pg_index where indisunique`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...constraints]));
  });
});

describe('two operators who onboard at the same moment', () => {
  it('do not share an address: the second is told which field is taken', async () => {
    const token = await tokenFor(owner, (await createSuperAdmin(owner)).email);
    const same = { slug: `juniper-${mark()}` };
    const wish = (id: string) => ({
      name: `Oak ${id}`,
      admin_name: 'Ada',
      admin_email: `ada-${id}@oak.example`,
      ...same,
    });
    const answers = await Promise.all([1, 2, 3].map(() => call(onboardTenant, { token, body: wish(mark()) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    for (const { status, body } of answers) if (status === 422) expect(Object.keys(body.errors)).toEqual(['slug']);
  });
});
