-- An e-mail address may have one account per tenant, and one among the operators, who have no tenant. The index begins with the
-- address, because the sign-in looks up all accounts of one.
create unique index users_email_tenant_id_key on users (email, tenant_id) nulls not distinct;
drop index users_email_key;
