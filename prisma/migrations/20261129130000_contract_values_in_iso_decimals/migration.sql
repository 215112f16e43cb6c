-- Amounts are integers of ISO 4217's smallest unit. Version 0.1 took the number of decimals from the runtime, whose data has none for
-- these currencies, so what it stored counts whole units. Contract values are the only amounts that it could write.
-- The owner is held by row security too.
alter table projects disable row level security;
alter table clients disable row level security;
update projects p
set contract_value_minor = p.contract_value_minor * case c.currency when 'IQD' then 1000 else 100 end
from clients c
where c.tenant_id = p.tenant_id and c.id = p.client_id and p.contract_value_minor is not null
  and c.currency in ('AFN', 'ALL', 'COP', 'HUF', 'IDR', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'PKR', 'SOS', 'SYP', 'YER');
alter table clients enable row level security;
alter table projects enable row level security;
