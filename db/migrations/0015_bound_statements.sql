-- One statement that is sent by itself needs no `begin`, no `set local` and no `commit` around it: it is a
-- transaction. Its company and actor come with it, as a parameter of this type. Postgres reads a statement's
-- parameters before it plans or runs it, so that row-level security knows both from the first row on; both
-- are gone with the transaction.

-- Takes '<company id> <type>:<id of the actor>'.
create function bind_tenant(p_binding text) returns boolean
language plpgsql volatile as $$
begin
  perform set_config('app.company_id', split_part(p_binding, ' ', 1)::uuid::text, true);
  perform set_config('app.actor', split_part(p_binding, ' ', 2), true);
  return true;
end $$;
revoke execute on function bind_tenant from public;
grant execute on function bind_tenant to tradesphere_app;

create domain tenant_binding as text not null check (bind_tenant(value));
