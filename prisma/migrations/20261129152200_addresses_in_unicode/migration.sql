-- E-mail addresses are kept with their domain in Unicode. Version 0.1 took them in ASCII only, where a domain of other letters
-- is written xn--…, so these few are decoded (Punycode, RFC 3492). A label that is not Punycode stays as it is.
create function unicode_label(label text) returns text language plpgsql as $$
declare
  encoded text := substr(label, 5);
  split int := length(encoded) - strpos(reverse(encoded), '-');
  decoded text := '';
  code int := 128;
  place int := 0;
  bias int := 72;
  before int;
  weight int;
  threshold int;
  digit int;
  delta int;
  step int;
begin
  if label !~ '^xn--[a-z0-9-]+$' then return label; end if;
  if strpos(encoded, '-') > 0 then
    decoded := left(encoded, split);
    encoded := substr(encoded, split + 2);
  end if;
  while encoded <> '' loop
    before := place;
    weight := 1;
    step := 36;
    loop
      digit := strpos('abcdefghijklmnopqrstuvwxyz0123456789', left(encoded, 1)) - 1;
      if encoded = '' or digit < 0 then return label; end if;
      encoded := substr(encoded, 2);
      place := place + digit * weight;
      threshold := least(greatest(step - bias, 1), 26);
      exit when digit < threshold;
      weight := weight * (36 - threshold);
      step := step + 36;
    end loop;
    delta := (place - before) / case before when 0 then 700 else 2 end;
    delta := delta + delta / (length(decoded) + 1);
    step := 0;
    while delta > 455 loop
      delta := delta / 35;
      step := step + 36;
    end loop;
    bias := step + 36 * delta / (delta + 38);
    code := code + place / (length(decoded) + 1);
    place := place % (length(decoded) + 1);
    decoded := left(decoded, place) || chr(code) || substr(decoded, place + 1);
    place := place + 1;
  end loop;
  return case when decoded ~ '[^\x01-\x7f]' and decoded = lower(normalize(decoded, nfc)) then decoded else label end;
exception when others then
  return label;
end $$;

create function unicode_address(address text) returns text language sql as $$
  select split_part(address, '@', 1) || '@' || string_agg(unicode_label(label), '.' order by place)
  from regexp_split_to_table(split_part(address, '@', 2), '\.') with ordinality as labels (label, place)
$$;

-- The owner is held by row security too. The accounts stay the same, so their sessions go on.
alter table users disable row level security;
alter table clients disable row level security;
alter table tenants disable row level security;
alter table users disable trigger users_end_access;
update users set email = unicode_address(email) where email ~ '[@.]xn--';
update clients set email = unicode_address(email) where email ~ '[@.]xn--';
update tenants set email = unicode_address(email) where email ~ '[@.]xn--';
alter table users enable always trigger users_end_access;
alter table users enable row level security;
alter table clients enable row level security;
alter table tenants enable row level security;

drop function unicode_address(text);
drop function unicode_label(text);
