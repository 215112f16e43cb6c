-- CreateEnum
CREATE TYPE "mail_cadence" AS ENUM ('instant', 'daily', 'weekly', 'off');

-- CreateEnum
CREATE TYPE "mail_about" AS ENUM ('notifications', 'invitation', 'password_reset', 'password_changed', 'new_device');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'failed', 'kept', 'dropped');

-- A person chose whether, and now chooses how soon.
alter table notification_settings add column cadence mail_cadence;
alter table notification_settings disable row level security;
update notification_settings set cadence = case when email then 'instant' else 'off' end::mail_cadence;
alter table notification_settings enable row level security;
alter table notification_settings alter column cadence set not null, drop column email;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "mail_refusal" TEXT,
ADD COLUMN     "mail_refused_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "user_id" UUID NOT NULL,
    "job" UUID,
    "about" "mail_about" NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "to_address" TEXT,
    "subject" TEXT,
    "content" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "unconfirmed" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "tried_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_key" text collate "C" not null generated always as (case state when 'waiting' then 'waiting' when 'sent' then 'sent'
      when 'failed' then 'failed' when 'kept' then 'kept' when 'dropped' then 'dropped' end) stored,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_items" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "notification_id" UUID NOT NULL,
    "cadence" "mail_cadence" NOT NULL,
    "mail_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_preferences" (
    "user_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "time_zone" TEXT,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_preferences_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "reply_addresses" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reply_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "received_mails" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "digest" BYTEA NOT NULL,
    "result" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "received_mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mails_job_key" ON "mails"("job");

-- CreateIndex
CREATE INDEX "mails_tenant_id_created_at_id_idx" ON "mails"("tenant_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "mails_tenant_id_state_key_created_at_id_idx" ON "mails"("tenant_id", "state_key", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "mails_user_id_idx" ON "mails"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "mails_tenant_id_id_key" ON "mails"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "mail_items_notification_id_idx" ON "mail_items"("notification_id");

-- CreateIndex
CREATE INDEX "mail_items_mail_id_idx" ON "mail_items"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_addresses_token_hash_key" ON "reply_addresses"("token_hash");

-- CreateIndex
CREATE INDEX "reply_addresses_user_id_idx" ON "reply_addresses"("user_id");

-- CreateIndex
CREATE INDEX "reply_addresses_ticket_id_idx" ON "reply_addresses"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "received_mails_digest_key" ON "received_mails"("digest");

-- CreateIndex
CREATE INDEX "received_mails_tenant_id_idx" ON "received_mails"("tenant_id");

-- CreateIndex
CREATE INDEX "received_mails_received_at_idx" ON "received_mails"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_tenant_id_user_id_id_key" ON "notifications"("tenant_id", "user_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "support_tickets_tenant_id_id_key" ON "support_tickets"("tenant_id", "id");

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mail_items" ADD CONSTRAINT "mail_items_tenant_id_user_id_notification_id_fkey" FOREIGN KEY ("tenant_id", "user_id", "notification_id") REFERENCES "notifications"("tenant_id", "user_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mail_items" ADD CONSTRAINT "mail_items_tenant_id_mail_id_fkey" FOREIGN KEY ("tenant_id", "mail_id") REFERENCES "mails"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reply_addresses" ADD CONSTRAINT "reply_addresses_tenant_id_ticket_id_fkey" FOREIGN KEY ("tenant_id", "ticket_id") REFERENCES "support_tickets"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "received_mails" ADD CONSTRAINT "received_mails_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

create unique index mail_items_waiting_notification_key on mail_items (notification_id) where mail_id is null;
create index mail_items_waiting_idx on mail_items (user_id, cadence) where mail_id is null;

alter table mails
  add constraint mails_counts check (attempts >= 0 and unconfirmed >= 0),
  add constraint mails_sent check ((state = 'sent') = (sent_at is not null)),
  add constraint mails_in_calendar check (
    tried_at >= '1900-01-01T00:00:00Z' and tried_at < '2200-01-01T00:00:00Z'
    and sent_at >= '1900-01-01T00:00:00Z' and sent_at < '2200-01-01T00:00:00Z'
    and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z');
alter table mail_items
  add constraint mail_items_in_calendar check (created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z');
alter table mail_preferences
  add constraint mail_preferences_quiet check (
    (quiet_from is null) = (quiet_to is null) and quiet_from <> quiet_to
    and quiet_from between 0 and 1439 and quiet_to between 0 and 1439),
  -- An unknown zone would stop every event that concerns the person.
  add constraint mail_preferences_zone check (time_zone is null or timezone(time_zone, '2026-01-01T00:00:00Z'::timestamptz) is not null),
  add constraint mail_preferences_in_calendar check (stopped_at >= '1900-01-01T00:00:00Z' and stopped_at < '2200-01-01T00:00:00Z');
alter table reply_addresses
  add constraint reply_addresses_in_calendar check (created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z');
alter table received_mails
  add constraint received_mails_in_calendar check (received_at >= '1900-01-01T00:00:00Z' and received_at < '2200-01-01T00:00:00Z');
alter table users
  drop constraint users_in_calendar,
  add constraint users_in_calendar check (
    last_sign_in_at >= '1900-01-01T00:00:00Z' and last_sign_in_at < '2200-01-01T00:00:00Z'
    and created_at >= '1900-01-01T00:00:00Z' and created_at < '2200-01-01T00:00:00Z'
    and updated_at >= '1900-01-01T00:00:00Z' and updated_at < '2200-01-01T00:00:00Z'
    and mail_refused_at >= '1900-01-01T00:00:00Z' and mail_refused_at < '2200-01-01T00:00:00Z');
alter table mails enable row level security, force row level security;
alter table mail_items enable row level security, force row level security;
alter table mail_preferences enable row level security, force row level security;
alter table reply_addresses enable row level security, force row level security;
alter table received_mails enable row level security, force row level security;

-- A new address has not been refused.
create function forget_refusal() returns trigger set search_path = public, pg_temp language plpgsql as $$
begin
  new.mail_refused_at := null;
  new.mail_refusal := null;
  return new;
end $$;
create trigger users_forget_refusal before update of email on users for each row when (old.email is distinct from new.email) execute function forget_refusal();
alter table users enable always trigger users_forget_refusal;

-- When a mail is due: five minutes after the event, so that what happens together is one mail, at seven in the morning, or at seven on
-- Monday; and in no case within the quiet hours (minutes since midnight) of the person's zone.
create function mail_due(cadence mail_cadence, zone text, quiet_from int, quiet_to int) returns timestamptz stable set search_path = public, pg_temp language plpgsql as $$
declare
  present timestamp := now() at time zone zone;
  due timestamp := case cadence
    when 'instant' then present + interval '5 minutes'
    when 'daily' then date_trunc('day', present) + interval '7 hours' + case when present::time >= '07:00' then interval '1 day' else interval '0' end
    else date_trunc('week', present) + interval '7 hours' + case when present >= date_trunc('week', present) + interval '7 hours' then interval '7 days' else interval '0' end
  end;
  minute int := extract(hour from due) * 60 + extract(minute from due);
begin
  if quiet_from < quiet_to and minute >= quiet_from and minute < quiet_to then
    due := date_trunc('day', due) + make_interval(mins => quiet_to);
  elsif quiet_from > quiet_to and minute >= quiet_from then
    due := date_trunc('day', due) + make_interval(days => 1, mins => quiet_to);
  elsif quiet_from > quiet_to and minute < quiet_to then
    due := date_trunc('day', due) + make_interval(mins => quiet_to);
  end if;
  return due at time zone zone;
end $$;

-- Plans the mails of notifications: an item for each, and one job per person and cadence while it waits. What is read or older than a
-- day (imported history) is not mailed.
create function plan_mails_of(ids uuid[]) returns void set search_path = public, pg_temp language sql as $$
  with told as (
    select n.id, n.tenant_id, n.user_id, coalesce(s.cadence, 'instant') as cadence,
        coalesce(p.time_zone, t.time_zone) as zone, p.quiet_from, p.quiet_to
      from notifications n join users u on u.id = n.user_id and u.is_active join tenants t on t.id = n.tenant_id
        left join notification_settings s on s.user_id = n.user_id and s.kind = n.kind
        left join mail_preferences p on p.user_id = n.user_id
      where n.id = any (ids) and n.read_at is null and n.created_at > now() - interval '1 day'
        and coalesce(s.cadence, 'instant') <> 'off' and p.stopped_at is null
  ), items as (
    insert into mail_items (id, tenant_id, user_id, notification_id, cadence)
    select gen_random_uuid(), tenant_id, user_id, id, cadence from told
    on conflict (notification_id) where mail_id is null do nothing
  )
  insert into jobs (id, tenant_id, kind, arguments, pending_key, due_at)
  select gen_random_uuid(), tenant_id, 'notification_mail', jsonb_build_object('userId', user_id, 'cadence', cadence),
      'notification_mail ' || user_id || ' ' || cadence, min(mail_due(cadence, zone, quiet_from, quiet_to))
    from told group by tenant_id, user_id, cadence
  on conflict (pending_key) do nothing
$$;

-- In the transaction of the event. The functions act past the wall, because nobody sees the settings of the people whom an event concerns.
create function plan_mails() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform plan_mails_of(array(select id from added));
  return null;
end $$;
create trigger notifications_mail after insert on notifications referencing new table as added for each statement execute function plan_mails();
alter table notifications enable always trigger notifications_mail;

-- A notification that more of the same was added to is told again.
create function plan_renewed_mails() returns trigger security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform plan_mails_of(array(select n.id from added n join before b on b.id = n.id where n.created_at > b.created_at));
  return null;
end $$;
create trigger notifications_mail_renewed after update on notifications referencing old table as before new table as added for each statement execute function plan_renewed_mails();
alter table notifications enable always trigger notifications_mail_renewed;
