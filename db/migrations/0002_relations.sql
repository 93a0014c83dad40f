-- Foreign keys (always with company_id), value checks, and the order of a session's messages.

alter table sites add foreign key (company_id) references companies (id) on delete cascade;
create unique index sites_publishable_key_key on sites (publishable_key);
alter table sites add check (position in ('left', 'right')), add check (locale in ('en', 'es'));

alter table memberships
  add foreign key (company_id) references companies (id) on delete cascade,
  add foreign key (user_id) references users (id) on delete cascade,
  add check (role in ('owner', 'manager', 'sales', 'analyst'));
create index memberships_by_user on memberships (user_id);
alter table user_sessions
  add foreign key (company_id, user_id) references memberships (company_id, user_id) on delete cascade;
create index user_sessions_by_user on user_sessions (company_id, user_id);
alter table users add check (email = lower(email));
alter table api_keys add foreign key (company_id) references companies (id) on delete cascade;

alter table visitors
  add foreign key (company_id, site_id) references sites (company_id, id) on delete cascade;
alter table chat_sessions
  add foreign key (company_id, site_id) references sites (company_id, id) on delete cascade,
  add foreign key (company_id, visitor_id) references visitors (company_id, id) on delete cascade,
  add foreign key (company_id, customer_id) references customers (company_id, id),
  add check (status in ('open', 'human', 'closed'));
alter table chat_messages
  add foreign key (company_id, session_id) references chat_sessions (company_id, id) on delete cascade,
  add check (role in ('visitor', 'assistant', 'staff')),
  add check (status in ('open', 'complete', 'interrupted')),
  add check (length(text) <= 20000);
create unique index chat_messages_seq_key on chat_messages (company_id, session_id, seq);
drop index chat_messages_in_order;

alter table customers
  add foreign key (company_id) references companies (id) on delete cascade,
  add check (stage in ('lead', 'quoted', 'scheduled', 'customer', 'lost'));
alter table customer_matching_keys
  add foreign key (company_id, customer_id) references customers (company_id, id) on delete cascade,
  add check (kind in ('email', 'phone'));
alter table leads
  add foreign key (company_id) references companies (id) on delete cascade,
  add foreign key (company_id, session_id) references chat_sessions (company_id, id) on delete cascade,
  add foreign key (company_id, customer_id) references customers (company_id, id),
  add check (confidence_percent between 0 and 100);
alter table customer_events
  add foreign key (company_id, customer_id) references customers (company_id, id) on delete cascade;
-- NOTE: no foreign key to customers: an audit row outlives the record that it tells of.
alter table customer_audit_log
  add foreign key (company_id) references companies (id) on delete cascade;

alter table calculator_configs
  add foreign key (company_id) references companies (id) on delete cascade;
alter table calculation_history
  add foreign key (company_id) references companies (id) on delete cascade,
  add foreign key (company_id, session_id) references chat_sessions (company_id, id) on delete cascade,
  add foreign key (company_id, customer_id) references customers (company_id, id);

-- NOTE: no foreign keys for the ledger and the outbox. One to the company or the price would have every
-- turn of a company lock the same row; a ledger row outlives its session; the policies see to whose it is.
alter table ai_usage_log
  add check (cached_tokens <= input_tokens),
  add check (reasoning_tokens <= output_tokens),
  add check (cost_picousd >= 0);
alter table ai_budgets
  add foreign key (company_id) references companies (id) on delete cascade,
  add check (limit_picousd >= 0),
  add check (spent_picousd >= 0),
  add check (reserved_picousd >= 0);
