import type postgres from 'postgres';
import { DEMO } from './demo-ids.ts';

const FACTS = {
  hours: 'Monday to Friday 7:30 am to 5 pm, Saturday 8 am to noon',
  area_served: 'Sacramento and the towns around it, from Davis to Folsom and Elk Grove',
  licence: 'CSLB license no. 000000 (this is a demo company)',
  phone: '(916) 555-0142',
};

/** Rivera Hardscapes and its website. Its own pages are served by us, so no origin needs listing. */
export async function seedCompany(tx: postgres.TransactionSql): Promise<void> {
  await tx`
    insert into companies (id, name, facts)
    values (${DEMO.companyId}, 'Rivera Hardscapes', ${tx.json(FACTS)})
    on conflict do nothing`;
  await tx`
    insert into sites (
      company_id, id, name, publishable_key, allowed_origins, greeting, starters
    ) values (
      ${DEMO.companyId}, ${DEMO.siteId}, 'riverahardscapes.example', ${DEMO.siteKey}, '{}',
      'Hi! Planning a patio, a fence or fresh mulch? Tell me the size and I will price it right away.',
      ${['How much is a 20x25 paver patio?', 'Price for a wood fence', 'What areas do you serve?']}
    )
    on conflict do nothing`;
}
