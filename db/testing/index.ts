export { fileDatabase, testCtx } from './test-ctx.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
