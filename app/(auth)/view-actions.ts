'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { actAs } from '@/lib/auth/on-behalf';
import { sealView, viewAsCookieOptions, viewOf } from '@/lib/auth/view-as';
import { viewAsCookieName } from '@/lib/auth/view-as-cookie';
import { adminUser } from '@/lib/authz/guards';
import { defineLoginAction } from '@/lib/doors/login-action';
import { forbidden } from '@/lib/errors';
import { recordId } from '@/lib/fields';
import { paths } from '@/lib/paths';

/** Begins an admin's look at the portal as a person of a client, and records it. */
export const viewAsAction = defineLoginAction({
  input: z.strictObject({ id: recordId() }),
  run: async ({ id }, visitor) => {
    const admin = adminUser(visitor);
    if (admin.via.kind !== 'session') throw forbidden();
    await actAs(admin, id);
    (await cookies()).set(viewAsCookieName(), await sealView(admin.via.sessionId, id), viewAsCookieOptions());
    return paths.client.home;
  },
});

/** Ends the look and leads back to the person. */
export const stopViewingAction = defineLoginAction({
  input: z.strictObject({}),
  run: async (_input, visitor) => {
    adminUser(visitor);
    const jar = await cookies();
    const view = await viewOf(visitor, (name) => jar.get(name)?.value);
    jar.delete(viewAsCookieName());
    return view ? paths.admin.users.show(view.actor.userId) : paths.admin.home;
  },
});
