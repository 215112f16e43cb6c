import { describe, expect, it } from 'vitest';
import { catalogue } from '@/lib/events/catalogue';
import type { EventKind } from '@/lib/events/define';

const kinds: [string, EventKind][] = Object.entries(catalogue);
const factsOf = ([, { facts }]: [string, EventKind]) => Object.keys(facts.shape);

describe('the catalogue of events', () => {
  it.each(kinds)('%s takes no fact that it does not name', (_, { facts }) => {
    const { error } = facts.safeParse({ somethingElse: 1 });
    expect(error?.issues).toContainEqual(
      expect.objectContaining({ code: 'unrecognized_keys', keys: ['somethingElse'] }),
    );
  });

  it.each(kinds)('%s is a noun and a verb in the past tense', (name) => {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*\.([a-z]+_)*(\w+ed|withdrawn|written|in|out)$/);
  });

  it.each(kinds)('%s has facts that JSON keeps', (_, { facts }) => {
    const kept = /^(string|number|int|boolean|enum|literal|array)$/;
    const types = Object.values(facts.shape).map(bare);
    expect(types.filter((type) => !kept.test(type))).toEqual([]);
  });
});

describe('who may learn of events', () => {
  it('accounts, settings, clients and money are for admins, tenants for the platform', () => {
    const restricted = kinds.filter(([name]) =>
      /^(user|session|token|settings|client|document_type|phase_template|invoice|credit_note|payment|payment_claim|refund|ledger)\./.test(
        name,
      ),
    );
    expect(restricted.length).toBeGreaterThan(10);
    const money = /^(invoice|credit_note|payment|payment_claim|refund)\./;
    const wider = restricted.filter(([, { audience }]) => audience !== 'admins');
    expect(
      wider.filter(([name, { audience }]) => audience !== 'account' || !money.test(name)).map(([name]) => name),
    ).toEqual([]);
    const tenants = kinds.filter(([name]) => name.startsWith('tenant.'));
    expect(new Set(tenants.map(([, { audience }]) => audience))).toEqual(new Set(['platform']));
  });

  it('clients learn of these and of nothing else', () => {
    const open = kinds
      .filter(([, { audience }]) => audience === 'client' || audience === 'account')
      .map(([name]) => name);
    expect(open.sort()).toEqual([
      'comment.written',
      'credit_note.issued',
      'document.published',
      'document.withdrawn',
      'export.finished',
      'invoice.issued',
      'invoice.reminded',
      'invoice.voided',
      'payment.recorded',
      'payment_claim.claimed',
      'payment_claim.confirmed',
      'payment_claim.declined',
      'phase.added',
      'phase.changed',
      'phase.completed',
      'phase.removed',
      'phase.rescheduled',
      'photo.shared',
      'project.phases_reordered',
      'project.replanned',
      'project.status_changed',
      'refund.recorded',
      'ticket.answered',
      'ticket.opened',
      'ticket.status_changed',
      'update.corrected',
      'update.published',
    ]);
  });

  it('no fact that is internal is in an event that clients may learn of', () => {
    const internal = /reason|note|contractValue|cost|visibility|fileName|email|internal/i;
    const open = kinds.filter(([, { audience }]) => audience === 'client');
    expect(open.flatMap(factsOf).filter((fact) => internal.test(fact))).toEqual([]);
  });

  it('no event has a secret or a note among its facts', () => {
    const secret = /^password|hash|token|secret|url|link|internalNotes$/i;
    expect(kinds.flatMap(factsOf).filter((fact) => secret.test(fact))).toEqual([]);
  });
});

type Schema = { type: string; unwrap?: () => Schema };

/** The type inside `optional` and `nullable`. */
function bare(schema: unknown): string {
  // Every zod schema has `type`; the wrappers have `unwrap`.
  const { type, unwrap } = schema as Schema;
  return (type === 'optional' || type === 'nullable') && unwrap ? bare(unwrap.call(schema)) : type;
}
