import { notFound } from '@/lib/errors';
import type { PrintedDocument } from '@/lib/invoices/printed/document';
import type { FullInvoice } from '@/lib/invoices/schemas';

/** An issued or void invoice as its PDF says it, with the names and the bank account of its issue. Throws NOT_FOUND for a draft. */
export function documentOf(invoice: FullInvoice): PrintedDocument {
  const { issuer, recipient, projectName } = invoice;
  if (!issuer || !recipient) throw notFound();
  return {
    ...invoice,
    ...{ kind: 'invoice', credits: null, reason: null, issuer, recipient, project: projectName },
    ...{ logo: null, verifyUrl: null },
  };
}
