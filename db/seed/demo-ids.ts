/** Fixed, so that addresses of the demo company stay the same from one fresh database to the next. */
export const DEMO = {
  companyId: '019aa000-0000-7000-8000-000000000001',
  siteId: '019aa000-0000-7000-8000-000000000002',
  configId: '019aa000-0000-7000-8000-000000000003',
  siteKey: 'pk_demo_rivera',
  password: 'demo-password',
} as const;
