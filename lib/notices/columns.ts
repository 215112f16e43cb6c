import { createTranslator } from 'use-intl/core';
import type { ClientActor, TeamActor } from '@/lib/authz/actor';
import type { Prisma } from '@/lib/db/generated/client';
import { formatDay, formatMoney } from '@/lib/format';
import { catalogues } from '@/lib/i18n/catalogues';
import { fallbackLocale, type Locale, settled } from '@/lib/i18n/locales';
import { type Area, noticeAddress } from '@/lib/notices/rule';
import type { Notice } from '@/lib/notices/schemas';

export const noticeColumns = {
  ...{ id: true, kind: true, recordType: true, recordId: true, projectId: true },
  ...{ facts: true, readAt: true, createdAt: true },
} satisfies Prisma.NotificationSelect;

type Row = Prisma.NotificationGetPayload<{ select: typeof noticeColumns }>;

/** A row of `noticeColumns` in the language of its reader. */
export function toNotice(row: Row, { area, locale }: { area: Area; locale: Locale }): Notice {
  const { facts: _facts, readAt, createdAt, ...rest } = row;
  return {
    ...rest,
    text: noticeText(row, locale),
    address: noticeAddress(area, { ...row, facts: factsOf(row.facts) }),
    readAt: readAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

/** The sentence of a notification. A fact that an older row lacks is left blank. */
export function noticeText({ kind, facts }: Pick<Row, 'kind' | 'facts'>, locale: Locale): string {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: 'notices.text' });
  const known = factsOf(facts);
  const text = (name: string) => String(known[name] ?? '');
  const day = (name: string) => text(name) && formatDay(text(name), locale);
  const amount = /^-?\d+$/.test(text('amount'))
    ? formatMoney(BigInt(text('amount')), text('currency') || 'EUR', locale)
    : '';
  return t(kind, {
    ...{ title: text('title'), project: text('projectName'), name: text('name'), by: text('by') },
    ...{ number: text('number'), subject: text('subject'), status: text('status') },
    ...{ moved: text(text('moved') === 'start' ? 'startOn' : 'endOn') && text('moved') },
    ...{ startOn: day('startOn'), endOn: day('endOn'), amount, dueOn: day('dueOn'), count: Number(known.count ?? 1) },
  });
}

/** The facts of a row; none where they are no object. */
export function factsOf(facts: Prisma.JsonValue): Record<string, unknown> {
  return typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? facts : {};
}

/** The area of a person and the language of their notifications outside a page. */
export function readerOf(actor: ClientActor | TeamActor): { area: Area; locale: Locale } {
  return {
    area: actor.userType === 'client' ? 'client' : 'admin',
    locale: settled(actor.locale, actor.tenant.locale) ?? fallbackLocale,
  };
}
