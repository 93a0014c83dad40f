-- Every tenant table begins with company_id: it leads the primary key and every foreign key, so that a
-- row of one company cannot point at another's, and so that the schema distributes by it unchanged.

create table api_keys (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  key_hash text not null,
  last_four text not null,
  scopes text[] not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (company_id,id)
);

create table memberships (
  company_id uuid not null,
  user_id uuid not null,
  role text not null,
  created_at timestamptz default now() not null,
  primary key (company_id,user_id)
);

create table user_sessions (
  company_id uuid not null,
  id text not null,
  user_id uuid not null,
  expires_at timestamptz not null,
  created_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table users (
  id uuid primary key not null,
  email text not null,
  name text not null,
  password_hash text not null,
  created_at timestamptz default now() not null
);

create table ai_budgets (
  company_id uuid not null,
  month date not null,
  limit_picousd bigint,
  spent_picousd bigint default 0 not null,
  reserved_picousd bigint default 0 not null,
  updated_at timestamptz default now() not null,
  primary key (company_id,month)
);

create table ai_usage_log (
  company_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  message_id uuid not null,
  customer_id uuid,
  attempt integer not null,
  model_asked text not null,
  model_answered text,
  input_tokens integer default 0 not null,
  cached_tokens integer default 0 not null,
  output_tokens integer default 0 not null,
  reasoning_tokens integer default 0 not null,
  raw_usage jsonb,
  price_id uuid not null,
  reserved_picousd bigint not null,
  cost_picousd bigint default 0 not null,
  latency_ms integer,
  first_token_ms integer,
  outcome text default 'pending' not null,
  measure text,
  created_at timestamptz default now() not null,
  closed_at timestamptz,
  primary key (company_id,id)
);

create table model_prices (
  id uuid primary key not null,
  model text not null,
  valid_from date not null,
  input_picousd bigint not null,
  cached_input_picousd bigint not null,
  output_picousd bigint not null,
  long_over_tokens integer,
  long_input_picousd bigint,
  long_cached_input_picousd bigint,
  long_output_picousd bigint
);

create table calculation_history (
  company_id uuid not null,
  id uuid not null,
  number text not null,
  service text not null,
  title text not null,
  inputs jsonb not null,
  currency text not null,
  lines jsonb not null,
  subtotal bigint not null,
  tax bigint not null,
  total bigint not null,
  range jsonb,
  waterfall jsonb not null,
  config_version integer not null,
  valid_until date not null,
  session_id uuid,
  customer_id uuid,
  created_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table calculator_configs (
  company_id uuid not null,
  id uuid not null,
  version integer not null,
  config jsonb not null,
  created_by uuid,
  created_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table chat_messages (
  company_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  seq integer not null,
  role text not null,
  text text not null,
  status text default 'complete' not null,
  assistant text,
  reply_to uuid,
  user_id uuid,
  quote_ids uuid[] default '{}' not null,
  first_event_id integer,
  events jsonb,
  created_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table chat_sessions (
  company_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  visitor_id uuid not null,
  status text default 'open' not null,
  page_url text,
  referrer text,
  locale text default 'en' not null,
  customer_id uuid,
  intake jsonb,
  last_event_id integer default 0 not null,
  message_count integer default 0 not null,
  last_message_text text,
  last_message_role text,
  last_message_at timestamptz default now() not null,
  human_requested_at timestamptz,
  created_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table visitors (
  company_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  created_at timestamptz default now() not null,
  last_seen_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table companies (
  id uuid primary key not null,
  name text not null,
  country text default 'US' not null,
  currency text default 'USD' not null,
  locale text default 'en' not null,
  timezone text default 'America/Los_Angeles' not null,
  facts jsonb default '{}'::jsonb not null,
  next_quote_number integer default 1001 not null,
  created_at timestamptz default now() not null,
  deleted_at timestamptz
);

create table sites (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  publishable_key text not null,
  allowed_origins text[] default '{}' not null,
  accent text default '#1d6b57' not null,
  position text default 'right' not null,
  greeting text not null,
  locale text default 'en' not null,
  starters text[] default '{}' not null,
  consent_text text,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  deleted_at timestamptz,
  primary key (company_id,id)
);

create table customer_audit_log (
  company_id uuid not null,
  id uuid not null,
  seq bigint default 0 not null,
  customer_id uuid not null,
  action text not null,
  actor_type text not null,
  actor_id text not null,
  before jsonb,
  after jsonb,
  prev_hash text default '' not null,
  hash text default '' not null,
  created_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table customer_events (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  type text not null,
  payload jsonb default '{}'::jsonb not null,
  actor_type text not null,
  actor_id text not null,
  created_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table customer_matching_keys (
  company_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  value text not null,
  name_key text default '' not null,
  created_at timestamptz default now() not null,
  primary key (company_id,kind,value,customer_id)
);

create table customers (
  company_id uuid not null,
  id uuid not null,
  name text,
  email text,
  phone text,
  address text,
  country text default 'US' not null,
  stage text default 'lead' not null,
  tags text[] default '{}' not null,
  source text default 'chat' not null,
  notes text,
  verified_fields text[] default '{}' not null,
  version integer default 1 not null,
  last_activity_at timestamptz default now() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  deleted_at timestamptz,
  primary key (company_id,id)
);

create table leads (
  company_id uuid not null,
  id uuid not null,
  session_id uuid,
  customer_id uuid,
  source text not null,
  name text,
  email text,
  phone text,
  address text,
  country text,
  notes text,
  details jsonb default '[]'::jsonb not null,
  action text,
  confidence_percent integer,
  evidence jsonb default '[]'::jsonb not null,
  suggestions jsonb default '[]'::jsonb not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  primary key (company_id,id)
);

create table outbox (
  company_id uuid not null,
  id uuid not null,
  seq bigserial not null,
  xid xid8 not null default pg_current_xact_id(),
  topic text not null,
  payload jsonb not null,
  created_at timestamptz default now() not null,
  delivered_at timestamptz,
  primary key (company_id,id)
);

create unique index api_keys_key_hash_key on api_keys (key_hash);
create index api_keys_by_age on api_keys (company_id,created_at);
create unique index user_sessions_id_key on user_sessions (id);
create unique index users_email_key on users (email);
create index ai_usage_log_by_time on ai_usage_log (company_id,created_at);
create index ai_usage_log_by_session on ai_usage_log (company_id,session_id);
create unique index model_prices_version on model_prices (model,valid_from);
create unique index calculation_history_number on calculation_history (company_id,number);
create index calculation_history_by_session on calculation_history (company_id,session_id);
create index calculation_history_by_customer on calculation_history (company_id,customer_id);
create unique index calculator_configs_version on calculator_configs (company_id,version);
create index chat_messages_in_order on chat_messages (company_id,session_id,seq);
create index chat_sessions_newest on chat_sessions (company_id,last_message_at desc,id desc);
create index chat_sessions_by_customer on chat_sessions (company_id,customer_id);
create index chat_sessions_by_visitor on chat_sessions (company_id,visitor_id);
create unique index customer_audit_log_in_order on customer_audit_log (company_id,seq);
create index customer_audit_log_by_customer on customer_audit_log (company_id,customer_id,seq desc);
create index customer_events_newest on customer_events (company_id,customer_id,created_at desc,id desc);
create unique index customer_matching_keys_one_person on customer_matching_keys (company_id,kind,value,name_key);
create index customer_matching_keys_by_customer on customer_matching_keys (company_id,customer_id);
create index customers_by_activity on customers (company_id,last_activity_at desc,id desc) where deleted_at is null;
create unique index leads_of_session on leads (company_id,session_id);
create index leads_by_customer on leads (company_id,customer_id);
create index outbox_in_order on outbox (company_id,xid,seq);
