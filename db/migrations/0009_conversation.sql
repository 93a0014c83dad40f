-- What a ConversationRoom asks of the database, each in one message.

-- Counts one hit of a limit, or refuses the whole transaction (TS429) when it is one too many: a turn
-- over the limit leaves no trace. The detail is "<limit name> <seconds until the window ends>".
create function door_take_hit(
  p_name text, p_subject text, p_window_s int, p_limit int, p_shards int default 1
) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, public
as $$
declare counted record;
begin
  select * into counted from door_count_hit(p_name || ':' || p_subject, p_window_s, p_shards);
  if counted.hits > p_limit then
    raise exception using errcode = 'TS429', message = 'rate limit',
      detail = p_name || ' ' || counted.reset_s;
  end if;
  return (p_limit - counted.hits)::int;
end $$;
revoke execute on function door_take_hit from public;
grant execute on function door_take_hit to tradesphere_app;

-- A quote as it is on the wire; the table's column names are the wire's.
create function quote_json(q calculation_history) returns jsonb
language sql stable as $$
  select jsonb_strip_nulls(to_jsonb(q) - 'company_id' - 'session_id' - 'customer_id')
    || jsonb_build_object('created_at',
         to_char(q.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
$$;

-- Everything a room has to know when it wakes up: the session, its site and company, the price list in
-- force, the latest messages, the quotes and the lead. Runs under the caller's row-level security.
create function load_conversation(p_session uuid, p_messages int) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'session', to_jsonb(s),
    'site', (select to_jsonb(i) from sites i where i.company_id = s.company_id and i.id = s.site_id),
    'company', (select to_jsonb(c) from companies c where c.id = s.company_id),
    'config', (
      select jsonb_build_object('version', k.version, 'config', k.config)
      from calculator_configs k where k.company_id = s.company_id
      order by k.version desc limit 1
    ),
    'messages', coalesce((
      select jsonb_agg(to_jsonb(m) - 'events' order by m.seq) from (
        select * from chat_messages n
        where n.company_id = s.company_id and n.session_id = s.id
        order by n.seq desc limit p_messages
      ) m
    ), '[]'),
    'quotes', coalesce((
      select jsonb_agg(quote_json(q) order by q.created_at) from calculation_history q
      where q.company_id = s.company_id and q.session_id = s.id
    ), '[]'),
    'lead', (
      select to_jsonb(l) from leads l where l.company_id = s.company_id and l.session_id = s.id
    )
  )
  from chat_sessions s
  where s.company_id = nullif(current_setting('app.company_id', true), '')::uuid and s.id = p_session
$$;
