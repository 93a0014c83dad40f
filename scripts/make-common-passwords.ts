import { writeFileSync } from 'node:fs';
import { commonPasswordsModule } from './build/common-passwords.ts';
import { inRoot } from './root.ts';

writeFileSync(inRoot('api/auth/common-passwords/filter-data.ts'), commonPasswordsModule());
