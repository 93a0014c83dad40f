import { newId } from '../../platform/ids.ts';

/** A company with one of everything, and the ways in. */
interface Inhabitant {
  apiKey: string;
  /** The owner's log-in; API keys are made and revoked by people only. */
  cookie: string;
  widgetKey: string;
  visitorToken: string;
  ids: string[];
  /** By the path after /api/: the id of what stands there. */
  idOf: Record<string, string>;
  /** By the name of the operation: a body that no schema alone can tell. */
  bodies: Record<string, unknown>;
}

/** Who sends the requests, and what is none of theirs. */
export interface World {
  own: Inhabitant;
  foreignIds: string[];
}

/** Signs a company up and gives it a key, a lead with its customer, a quote, a site and a chat. */
export async function signUpWithEverything(url: string, name: string): Promise<Inhabitant> {
  let as: Record<string, string> = {};
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url, ...as },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text}`);
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie) as = { Cookie: cookie };
    return text.startsWith('{') ? JSON.parse(text) : null;
  };
  const email = `${name.toLowerCase()}@example.com`;
  const password = 'a long pass phrase';
  const { site } = await post('auth/signup', { company_name: name, name, email, password });
  const { key } = await post('api-keys', { name });
  const spare = await post('api-keys', { name });
  const { Cookie: cookie = '' } = as;
  as = { Authorization: `Bearer ${key}` };
  const lead = await post('leads', { name: `${name} Person`, email: `p.${email}`, notes: name });
  const quote = await post('calculator/quotes', {
    service: 'mulch',
    inputs: { area: '1000', depth: '3' },
  });
  const { version, config } = await (
    await fetch(`${url}/api/calculator/config`, { headers: as })
  ).json();
  const other = await post('sites', { name });
  as = { 'X-Widget-Key': site.publishable_key };
  const chat = await post('chat/sessions', {});
  as.Authorization = `Bearer ${chat.visitor_token}`;
  await post(`chat/sessions/${chat.session.id}/messages`, { id: newId(), text: `I am ${name}.` });
  const idOf: Record<string, string> = {
    'api-keys': spare.id,
    'calculator/quotes': quote.id,
    'chat/sessions': chat.session.id,
    conversations: chat.session.id,
    customers: lead.customer_id,
    leads: lead.lead_id,
    sites: other.id,
  };
  return {
    apiKey: key,
    cookie,
    bodies: { putCalculatorConfig: { base_version: version, config } },
    widgetKey: site.publishable_key,
    visitorToken: chat.visitor_token,
    ids: Object.values(idOf),
    idOf: { ...idOf, calculator: quote.id },
  };
}
