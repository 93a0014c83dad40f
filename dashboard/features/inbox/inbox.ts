import { feed } from '../../app/live.ts';
import { api } from '../../app/session.ts';
import { createInbox } from './inbox-store.ts';

/** The one inbox of the page: it lives on while other pages are shown. */
export const inbox = createInbox(api, feed);
