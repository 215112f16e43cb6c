-- When the client came to see a photo: what is new to them is not what was uploaded, but what was shared since.
ALTER TABLE "gallery_items" ADD COLUMN "shared_at" TIMESTAMPTZ(3);

-- The owner is held by the wall too.
alter table gallery_items disable row level security;
update gallery_items set shared_at = created_at where visibility = 'client';
alter table gallery_items enable row level security;
alter table gallery_items add constraint gallery_items_shared_while_seen check ((visibility = 'client') = (shared_at is not null));

-- Stamped here, so that no way of sharing a photo can forget it.
create function stamp_shared_at() returns trigger language plpgsql as $$
begin
  if new.visibility <> 'client' then
    new.shared_at := null;
  elsif tg_op = 'INSERT' then
    new.shared_at := coalesce(new.shared_at, now());
  elsif old.visibility <> 'client' then
    new.shared_at := now();
  end if;
  return new;
end $$;

create trigger gallery_items_shared_at before insert or update of visibility on gallery_items for each row execute function stamp_shared_at();
alter table gallery_items enable always trigger gallery_items_shared_at;
