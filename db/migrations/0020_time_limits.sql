-- No statement of the Worker's may hold a connection for long: with a few connections for everybody, one that
-- waits for a lock would stop all others. Maintenance sets its own limit for its own transactions.
alter role tradesphere_app set statement_timeout = '8s';
alter role tradesphere_app set lock_timeout = '5s';
-- A transaction whose request has ended without ending it.
alter role tradesphere_app set idle_in_transaction_session_timeout = '30s';
