-- One word for one thing: a gallery item is a photo everywhere else.
alter table gallery_items rename to photos;
alter table gallery_variants rename to photo_variants;
alter table photo_variants rename column gallery_item_id to photo_id;
alter table project_update_photos rename column gallery_item_id to photo_id;
alter type gallery_visibility rename to photo_visibility;
alter trigger gallery_items_shared_at on photos rename to photos_shared_at;

-- PostgreSQL keeps the old names of keys, checks and indexes; Prisma compares them with those it would choose.
do $$
declare
  line record;
begin
  for line in select conrelid::regclass as place, conname as old,
      replace(replace(replace(conname, 'gallery_items', 'photos'), 'gallery_variants', 'photo_variants'), 'gallery_item_id', 'photo_id') as new
    from pg_constraint where connamespace = 'public'::regnamespace and conname like '%gallery\_%'
  loop
    execute format('alter table %s rename constraint %I to %I', line.place, line.old, line.new);
  end loop;
  for line in select relname as old,
      replace(replace(replace(relname, 'gallery_items', 'photos'), 'gallery_variants', 'photo_variants'), 'gallery_item_id', 'photo_id') as new
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'i' and relname like '%gallery\_%'
  loop
    execute format('alter index %I rename to %I', line.old, line.new);
  end loop;
end $$;
alter table project_update_photos rename constraint project_update_photos_tenant_id_client_id_project_id_galle_fkey
  to project_update_photos_tenant_id_client_id_project_id_photo_fkey;
