import { describe, expect, it } from 'vitest';
import { clientKinds } from '@/lib/clients/rule';
import {
  ClientKind,
  DocumentStatus,
  InvoiceStatus,
  PhaseStatus,
  PhotoVisibility,
  ProjectStatus,
  TenantStatus,
  UserType,
  VisitPlace,
} from '@/lib/db/generated/enums';
import { documentStatuses } from '@/lib/documents/transitions/rule';
import { visibilities } from '@/lib/gallery/rule';
import { invoiceStatuses } from '@/lib/invoices/rule';
import { phaseStatuses } from '@/lib/projects/phases/rule';
import { currentStatuses, finishedStatuses, projectStatuses } from '@/lib/projects/rule';
import { tenantStatuses } from '@/lib/tenants/rule';
import { userTypes } from '@/lib/user-type';
import { tenantUserTypes } from '@/lib/users/rule';
import { visitPlaces } from '@/lib/visits/rule';

describe('the words of a status', () => {
  it.each([
    ['project status', projectStatuses, ProjectStatus],
    ['invoice status', invoiceStatuses, InvoiceStatus],
    ['phase status', phaseStatuses, PhaseStatus],
    ['document status', documentStatuses, DocumentStatus],
    ['visibility', visibilities, PhotoVisibility],
    ['client kind', clientKinds, ClientKind],
    ['tenant status', tenantStatuses, TenantStatus],
    ['user type', userTypes, UserType],
    ['visit place', visitPlaces, VisitPlace],
  ])('%s: lib and the database have the same, in the same order', (_, spelled, stored) => {
    expect(spelled).toEqual(Object.values(stored));
  });

  it('unfinished and finished projects are all projects', () => {
    expect([...currentStatuses, ...finishedStatuses].sort()).toEqual([...projectStatuses].sort());
  });

  it('the types of a tenant’s people are all but the operator', () => {
    expect(['super_admin', ...tenantUserTypes].sort()).toEqual([...userTypes].sort());
  });
});
