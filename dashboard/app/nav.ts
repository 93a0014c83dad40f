import type { IconNode } from 'lucide';
import { ChartColumn, Globe, Inbox, Users } from 'lucide';
import { can } from './session.ts';

export interface Place {
  href: string;
  label: string;
  icon: IconNode;
  key: string;
}

const PLACES: (Place & { permission: string })[] = [
  { href: '/inbox', label: 'Inbox', icon: Inbox, key: 'i', permission: 'conversations.read' },
  { href: '/customers', label: 'Customers', icon: Users, key: 'c', permission: 'customers.read' },
  { href: '/usage', label: 'AI usage', icon: ChartColumn, key: 'u', permission: 'ai_usage.read' },
  { href: '/sites', label: 'Sites', icon: Globe, key: 's', permission: 'sites.read' },
];

/** The four places of the dashboard, without those that the role may not see. */
export function places(): Place[] {
  return PLACES.filter((place) => can(place.permission));
}

export function isAt(path: string, place: Place): boolean {
  return path === place.href || path.startsWith(`${place.href}/`);
}
