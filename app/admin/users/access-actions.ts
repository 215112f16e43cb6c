import { reactivateClientAction } from '@/app/admin/clients/actions';
import { endPortalAccessAction, givePortalAccessAction, reactivateUserAction } from '@/app/admin/users/actions';
import type { AccessActions } from '@/components/users/access-mend';

/** What gives and takes the access of a client's person, for every page that names the reason why one sees nothing. */
export const accessActions: AccessActions = {
  reactivateUser: reactivateUserAction,
  givePortalAccess: givePortalAccessAction,
  endPortalAccess: endPortalAccessAction,
  reactivateClient: reactivateClientAction,
};
