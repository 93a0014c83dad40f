-- A room that is told which version of the price list its machine has already read gets no other copy of it:
-- it is the largest part of the answer, and the same for every conversation of a company.
drop function load_conversation(uuid, int);

create function load_conversation(p_session uuid, p_messages int, p_known_config int) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'session', to_jsonb(s),
    'site', (select to_jsonb(i) from sites i where i.company_id = s.company_id and i.id = s.site_id),
    'company', (select to_jsonb(c) from companies c where c.id = s.company_id),
    'config', (
      select case
        when k.version = p_known_config then jsonb_build_object('version', k.version)
        else jsonb_build_object('version', k.version, 'config', k.config)
      end
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
