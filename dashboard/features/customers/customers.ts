import { feed } from '../../app/live.ts';
import { api } from '../../app/session.ts';
import { createCustomers } from './customers-store.ts';

/** The one customer list of the page: search and place survive a look at one customer. */
export const customers = createCustomers(api, feed);
