-- The people of the team, who are few among the people of the clients.
create index users_team_by_name_idx on users (tenant_id, name, id) where client_id is null;
