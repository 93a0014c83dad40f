export * from './access.ts';
export * from './ai-usage.ts';
export * from './calculator.ts';
export * from './chat.ts';
export * from './companies.ts';
export * from './customers.ts';
export * from './idempotency.ts';
export * from './outbox.ts';
